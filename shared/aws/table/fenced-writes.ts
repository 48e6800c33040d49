import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { RetryLater } from '../../errors/retry-later.ts';
import { chunksOf } from '../../non-empty.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { Lease } from './lease-lock.ts';

export type TableWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** DynamoDB takes 100 rows in a transaction; one is the check of the lock. */
const mostWritesPerTransaction = 99;

/** A transaction that met another one on the lock's row is tried this often. */
const mostTries = 6;

/** Whether a transaction was refused by the condition of one of its own writes; the lock was still ours. */
export function isRefusedByCondition(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  return error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed') ?? false;
}

/** Writes that happen only while the lease is ours. */
export class FencedWrites {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #lease: Lease;
  readonly #sleep: Sleep;

  constructor(options: {
    documents: DynamoDBDocumentClient;
    tableName: string;
    lease: Lease;
    sleep: Sleep;
  }) {
    this.#documents = options.documents;
    this.#tableName = options.tableName;
    this.#lease = options.lease;
    this.#sleep = options.sleep;
  }

  /**
   * Writes all, in order, in as few transactions as DynamoDB takes; more than 99 writes are not atomic together.
   * @throws RetryLater when the lease has passed to somebody else: nothing of that transaction is written
   */
  async write(writes: readonly TableWrite[]): Promise<void> {
    for (const chunk of chunksOf(writes, mostWritesPerTransaction)) await this.#transact(chunk);
  }

  async #transact(writes: readonly TableWrite[]): Promise<void> {
    const check: TableWrite = {
      ConditionCheck: {
        TableName: this.#tableName,
        Key: this.#lease.key,
        ConditionExpression: 'fencingNumber = :mine',
        ExpressionAttributeValues: { ':mine': this.#lease.fencingNumber },
      },
    };
    for (let tries = 1; ; tries++) {
      try {
        await this.#documents.send(new TransactWriteCommand({ TransactItems: [check, ...writes] }));
        return;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = error.CancellationReasons?.map((reason) => reason.Code) ?? [];
        if (codes[0] === 'ConditionalCheckFailed') {
          throw new RetryLater('Another worker has taken over as the writer; this one stops.', {
            cause: error,
          });
        }
        const isMomentary = codes.includes('TransactionConflict') || codes.includes('ThrottlingError');
        if (!isMomentary || tries >= mostTries) throw error;
        await this.#sleep(25 * 2 ** tries);
      }
    }
  }
}
