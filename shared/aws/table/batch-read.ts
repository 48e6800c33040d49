import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { RetryLater } from '../../errors/retry-later.ts';
import { chunksOf } from '../../non-empty.ts';
import type { Key } from './keys.ts';

/** DynamoDB reads 100 rows, and 16 MB, at a time. */
const mostKeysPerRead = 100;

/** Times that DynamoDB may leave part of a read undone before it counts as overloaded. */
const mostTries = 8;

/** The rows that exist under `keys`, in no particular order; read consistently. */
export async function readRows(
  documents: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly Key[],
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const chunk of chunksOf(keys, mostKeysPerRead)) {
    let wanted: Record<string, unknown>[] | undefined = chunk.map((key) => ({ ...key }));
    for (let tries = 1; wanted && wanted.length > 0; tries++) {
      if (tries > mostTries)
        throw new RetryLater('DynamoDB does not read as fast as it should; later again.');
      const answer: BatchGetCommandOutput = await documents.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: true } } }),
      );
      rows.push(...(answer.Responses?.[tableName] ?? []));
      wanted = answer.UnprocessedKeys?.[tableName]?.Keys;
    }
  }
  return rows;
}
