import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OrganisationName } from '../../config/names.ts';
import { type Block, blockSchema } from '../../iocs/block.ts';
import type { BlockStore } from '../../iocs/blocking/block-store.ts';
import { listStateSchema } from '../../iocs/blocking/list-state.ts';
import { openPostSchema } from '../../iocs/blocking/open-post.ts';
import { indicatorKey } from '../../iocs/indicator.ts';
import { readRows } from './batch-read.ts';
import type { FencedWrites, TableWrite } from './fenced-writes.ts';
import { keys } from './keys.ts';

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
      return (answer.Items ?? []).map((item) => openPostSchema.parse(item));
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

    async blocks(list, indicators) {
      const rows = await readRows(
        documents,
        tableName,
        indicators.map((indicator) => keys.block(indicator, list)),
      );
      const blocks = rows.map((row) => blockSchema.parse(row));
      return new Map(blocks.map((block) => [indicatorKey(block.indicator), block]));
    },

    async saveBlocks(blocks) {
      await writes.write(blocks.map(putBlock));
    },

    async openPost(post) {
      await writes.write([put({ ...keys.openPost(organisation, post.destinationList), ...post })]);
    },

    async closePost(post, landed, state) {
      // The journal's row goes last: until then, whoever comes next looks again and records the same.
      await writes.write([
        ...landed.map(putBlock),
        put({ ...keys.listState(organisation, post.destinationList), ...state }),
        { Delete: { TableName: tableName, Key: keys.openPost(organisation, post.destinationList) } },
      ]);
    },
  };

  function putBlock(block: Block): TableWrite {
    return put({ ...keys.block(block.indicator, block.destinationList), ...block });
  }

  function put(Item: Record<string, unknown>): TableWrite {
    return { Put: { TableName: tableName, Item } };
  }
}
