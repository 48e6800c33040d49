import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { budgetWindowMilliseconds, decideMintPlace, type MintBudget } from '../../credentials/mint-budget.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import { type Key, keys } from './keys.ts';

const rowSchema = z.object({ mintTimesMilliseconds: z.array(z.number()), revision: z.int().positive() });

/** Two organisations with the same key may meet on its row; each try lets at least one of them through. */
const mostTries = 10;

/**
 * The budget in the table: one row for each key, changed only as it was read. The row is named by the key's digest,
 * so that organisations with the same key share it and the key itself stands nowhere.
 */
export function tableMintBudget(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  clock: Clock;
}): MintBudget {
  const { documents, tableName, clock } = options;

  return {
    async take(key) {
      const rowKey = keys.mintBudget(createHash('sha256').update(key).digest('hex'));
      for (let tries = 1; tries <= mostTries; tries++) {
        const row = await read(rowKey);
        const now = clock.now().getTime();
        const { place, counted } = decideMintPlace(row?.mintTimesMilliseconds ?? [], now);
        if (place.kind === 'full' || (await write(rowKey, counted, row?.revision ?? 0, now))) return place;
      }
      throw new RetryLater('Too many minters met on the budget of one key.', { retryAfterSeconds: 1 });
    },
  };

  async function read(key: Key) {
    const answer = await documents.send(
      new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
    );
    return rowSchema.safeParse(answer.Item).data;
  }

  /** Answers whether nobody else has changed the row since `seenRevision`. */
  async function write(key: Key, times: readonly number[], seenRevision: number, now: number) {
    try {
      await documents.send(
        new UpdateCommand({
          TableName: tableName,
          Key: key,
          UpdateExpression:
            'SET mintTimesMilliseconds = :times, expiresAtEpochSeconds = :expires, revision = :next',
          ConditionExpression: 'attribute_not_exists(revision) OR revision = :seen',
          ExpressionAttributeValues: {
            ':times': times,
            ':expires': Math.ceil((now + budgetWindowMilliseconds) / 1000),
            ':next': seenRevision + 1,
            ':seen': seenRevision,
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
