import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { type BudgetLimits, decideBudgetPlace, type RequestBudget } from '../../cisco/xdr/request-budget.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import { type Key, keys } from './keys.ts';

const rowSchema = z.object({
  sentByMinute: z.record(z.string(), z.int().nonnegative()).default({}),
  revision: z.int().nonnegative().default(0),
  pausedUntilMilliseconds: z.number().default(0),
});

/** Every function at work for an organisation meets on its row; each try lets at least one of them through. */
const mostTries = 20;

/** An unused row is of no use after its hour; the rest is for clocks that differ. */
const keptMilliseconds = 2 * 3_600_000;

/** The budget in the table: one row an organisation, changed only as it was read, with the end of a pause beside it. */
export function tableXdrBudget(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  clock: Clock;
  limits: BudgetLimits;
}): RequestBudget {
  const { documents, tableName, clock, limits } = options;

  return {
    async take(organisation, lane) {
      const key = keys.xdrBudget(organisation);
      for (let tries = 1; tries <= mostTries; tries++) {
        const row = await read(key);
        const now = clock.now().getTime();
        if (row.pausedUntilMilliseconds > now) {
          return { kind: 'paused', until: new Date(row.pausedUntilMilliseconds) };
        }
        const { place, counted } = decideBudgetPlace(row.sentByMinute, now, { lane, limits });
        if (place.kind === 'full' || (await write(key, counted, row.revision, now))) return place;
      }
      throw new RetryLater('Too many functions met on the budget of one organisation.', {
        retryAfterSeconds: 5,
      });
    },

    async pause(organisation, until) {
      try {
        await documents.send(
          new UpdateCommand({
            TableName: tableName,
            Key: keys.xdrBudget(organisation),
            UpdateExpression: 'SET pausedUntilMilliseconds = :until, expiresAtEpochSeconds = :expires',
            ConditionExpression:
              'attribute_not_exists(pausedUntilMilliseconds) OR pausedUntilMilliseconds < :until',
            ExpressionAttributeValues: {
              ':until': until.getTime(),
              ':expires': expiry(until.getTime()),
            },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };

  async function read(key: Key) {
    const answer = await documents.send(
      new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
    );
    return rowSchema.parse(answer.Item ?? {});
  }

  /** Answers whether nobody else has counted a request, or paused, since the row was read. */
  async function write(key: Key, sent: Readonly<Record<string, number>>, seenRevision: number, now: number) {
    try {
      await documents.send(
        new UpdateCommand({
          TableName: tableName,
          Key: key,
          UpdateExpression: 'SET sentByMinute = :sent, expiresAtEpochSeconds = :expires, revision = :next',
          ConditionExpression:
            '(attribute_not_exists(revision) OR revision = :seen) AND (attribute_not_exists(pausedUntilMilliseconds) OR pausedUntilMilliseconds <= :now)',
          ExpressionAttributeValues: {
            ':sent': sent,
            ':expires': expiry(now),
            ':next': seenRevision + 1,
            ':seen': seenRevision,
            ':now': now,
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

function expiry(milliseconds: number): number {
  return Math.ceil((milliseconds + keptMilliseconds) / 1_000);
}
