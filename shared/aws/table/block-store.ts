import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OrganisationName } from '../../config/names.ts';
import type { BlockStore } from '../../iocs/blocking/block-store.ts';
import { listStateSchema } from '../../iocs/blocking/list-state.ts';
import type { OpenPost } from '../../iocs/blocking/open-post.ts';
import { blockRow } from './block-row.ts';
import { type FencedWrites, isRefusedByCondition, type TableWrite } from './fenced-writes.ts';
import { keys } from './keys.ts';
import { readBlocks } from './ledger.ts';
import { addToNewBlockCount, readNewBlockCounts } from './new-block-counts.ts';
import { openPostIn, openPostRow } from './open-post-row.ts';

/** Ledger and journal of one organisation in the table. */
export function tableBlockStore(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  organisation: OrganisationName;
  writes: FencedWrites;
}): BlockStore {
  const { documents, tableName, organisation, writes } = options;

  return {
    async openPosts() {
      const { pk, sk } = keys.openPosts(organisation);
      const answer = await documents.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :open)',
          ExpressionAttributeValues: { ':pk': pk, ':open': sk },
          ConsistentRead: true,
        }),
      );
      return (answer.Items ?? []).map((item) => openPostIn(item));
    },

    async listState(list) {
      const answer = await documents.send(
        new GetCommand({
          TableName: tableName,
          Key: keys.listState(organisation, list),
          ConsistentRead: true,
        }),
      );
      return answer.Item && listStateSchema.parse(answer.Item);
    },

    async saveListState(list, state) {
      await writes.write([put({ ...keys.listState(organisation, list), ...state })]);
    },

    async forgetListState(list) {
      await writes.write([{ Delete: { TableName: tableName, Key: keys.listState(organisation, list) } }]);
    },

    blocks: (list, indicators) => readBlocks(options, list, indicators),

    async saveBlocks(blocks) {
      await writes.write(blocks.map((block) => put(blockRow(block))));
    },

    async openPost(post) {
      await writes.write([
        put({ ...keys.openPost(organisation, post.destinationList), ...openPostRow(post) }),
      ]);
    },

    async closePost(post, { landed, state, newBlocks }) {
      await writes.write(landed.map((block) => put(blockRow(block))));
      // The journal's row goes last, and the counts with it: until then, whoever comes next looks again, records
      // the same, and counts. Of more counts than fit into a transaction, those of requests come first.
      const counts = newBlocks.map((count) =>
        addToNewBlockCount(tableName, organisation, count, new Date(post.openedAt)),
      );
      try {
        await writes.write([
          ...counts,
          put({ ...keys.listState(organisation, post.destinationList), ...state }),
          deleteOpenPost(post),
        ]);
      } catch (error) {
        // Closed before: what it did is recorded and counted.
        if (!isRefusedByCondition(error)) throw error;
      }
    },

    newBlockCounts: (periods) => readNewBlockCounts(options, organisation, periods),
  };

  function deleteOpenPost({ destinationList, postId }: OpenPost): TableWrite {
    return {
      Delete: {
        TableName: tableName,
        Key: keys.openPost(organisation, destinationList),
        ConditionExpression: 'postId = :postId',
        ExpressionAttributeValues: { ':postId': postId },
      },
    };
  }

  function put(Item: Record<string, unknown>): TableWrite {
    return { Put: { TableName: tableName, Item } };
  }
}
