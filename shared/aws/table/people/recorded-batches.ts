import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { batchIdSchema } from '../../../people/changes/batch-id.ts';
import type { RecordedBatches } from '../../../people/changes/recorded-batch.ts';
import { refusalReasons } from '../../../people/lifecycle/change-reading.ts';
import { type Key, keys } from '../keys.ts';
import { expiryEpochSeconds } from './expiry.ts';
import { fuseTripRowSchema } from './standing-row.ts';
import { storedMoment } from './stored-values.ts';

const count = z.int().nonnegative();

const decisionRowSchema = z.object({
  verdict: z.enum(['approved', 'rejected']),
  by: z.string(),
  at: storedMoment,
});

const batchRowSchema = z.object({
  batchId: batchIdSchema,
  source: z.string(),
  origin: z.string(),
  receivedAt: storedMoment,
  counts: z.object({ accepted: count, held: count, idle: count, refused: count }),
  refused: z
    .array(z.object({ row: z.int().optional(), reason: z.enum(refusalReasons), explanation: z.string() }))
    .readonly(),
  trips: z.array(fuseTripRowSchema).readonly(),
  doneBy: storedMoment.optional(),
  decision: decisionRowSchema.optional(),
});

const rosterRowSchema = z.object({ rowCount: count, at: storedMoment });

/** Batches, and the size of each source's last roster, in the table. */
export function tableRecordedBatches(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): RecordedBatches {
  const { documents, tableName: TableName } = options;
  return {
    async find(batchId) {
      const row = await rowAt(keys.peopleBatch(batchId));
      return row && batchRowSchema.parse(row);
    },

    async record(batch) {
      const put = new PutCommand({
        TableName,
        Item: {
          ...keys.peopleBatch(batch.batchId),
          ...z.encode(batchRowSchema, batch),
          expiresAtEpochSeconds: expiryEpochSeconds(batch.receivedAt),
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      return (await succeeds(documents.send(put))) ? 'recorded' : 'repeat';
    },

    async decide(batchId, decision) {
      const update = new UpdateCommand({
        TableName,
        Key: keys.peopleBatch(batchId),
        UpdateExpression: 'SET #decision = :decision',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#decision)',
        ExpressionAttributeNames: { '#decision': 'decision' },
        ExpressionAttributeValues: { ':decision': z.encode(decisionRowSchema, decision) },
      });
      return (await succeeds(documents.send(update))) ? 'recorded' : 'contested';
    },

    async rosterOf(source) {
      const row = await rowAt(keys.roster(source));
      return row && rosterRowSchema.parse(row);
    },

    async keepRoster(source, size) {
      const Item = { ...keys.roster(source), ...z.encode(rosterRowSchema, size) };
      await documents.send(new PutCommand({ TableName, Item }));
    },
  };

  async function rowAt(Key: Key): Promise<Record<string, unknown> | undefined> {
    const answer = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return answer.Item;
  }
}

/** Whether a write was taken; not, when its condition did not hold. */
async function succeeds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
