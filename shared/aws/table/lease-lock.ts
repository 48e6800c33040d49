import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Clock } from '../../time/clock.ts';
import type { Key } from './keys.ts';

const lockRowSchema = z.object({
  leaseUntilMilliseconds: z.number(),
  fencingNumber: z.int().positive(),
});

/** Held until released or until its time is over. `fencingNumber` grows with every holder, so a late one is told apart. */
export interface Lease {
  readonly key: Key;
  readonly fencingNumber: number;
}

export type LeaseAnswer =
  | { readonly kind: 'acquired'; readonly lease: Lease }
  | { readonly kind: 'held'; readonly until: Date };

/** Locks kept in the table, each with an end, so that a dead holder blocks nobody for long. */
export class LeaseLock {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #clock: Clock;

  constructor(options: { documents: DynamoDBDocumentClient; tableName: string; clock: Clock }) {
    this.#documents = options.documents;
    this.#tableName = options.tableName;
    this.#clock = options.clock;
  }

  /** @param until must lie beyond the last moment at which the holder can still be running */
  async tryAcquire(key: Key, until: Date): Promise<LeaseAnswer> {
    // A plain read first: an update that finds the lock taken would disturb its holder's transactions.
    const held = await this.#heldUntil(key);
    if (held) return { kind: 'held', until: held };
    try {
      const answer = await this.#documents.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: key,
          UpdateExpression: 'SET leaseUntilMilliseconds = :until ADD fencingNumber :one',
          ConditionExpression:
            'attribute_not_exists(leaseUntilMilliseconds) OR leaseUntilMilliseconds <= :now',
          ExpressionAttributeValues: { ':until': until.getTime(), ':now': this.#now(), ':one': 1 },
          ReturnValues: 'ALL_NEW',
        }),
      );
      const { fencingNumber } = lockRowSchema.parse(answer.Attributes);
      return { kind: 'acquired', lease: { key, fencingNumber } };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { kind: 'held', until: (await this.#heldUntil(key)) ?? this.#clock.now() };
    }
  }

  /** Gives the lock back; a lease that somebody else has taken over meanwhile is left alone. */
  async release(lease: Lease): Promise<void> {
    try {
      await this.#documents.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: lease.key,
          UpdateExpression: 'SET leaseUntilMilliseconds = :past',
          ConditionExpression: 'fencingNumber = :mine',
          ExpressionAttributeValues: { ':past': 0, ':mine': lease.fencingNumber },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async #heldUntil(key: Key): Promise<Date | undefined> {
    const answer = await this.#documents.send(
      new GetCommand({ TableName: this.#tableName, Key: key, ConsistentRead: true }),
    );
    const row = lockRowSchema.safeParse(answer.Item);
    if (!row.success || row.data.leaseUntilMilliseconds <= this.#now()) return undefined;
    return new Date(row.data.leaseUntilMilliseconds);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
