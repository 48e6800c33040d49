import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type BatchWriteCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { RetryLater } from '../../errors/retry-later.ts';
import { chunksOf } from '../../non-empty.ts';
import type { Key } from './keys.ts';

/** DynamoDB writes 25 rows at a time. */
const mostRowsPerWrite = 25;

/** Times that DynamoDB may leave part of a write undone before it counts as overloaded. */
const mostTries = 8;

/**
 * Writes whole rows, in no particular order and without any condition; each key once.
 * @throws RetryLater when the table is overloaded; some of the rows may be written then
 */
export async function writeRows(
  documents: DynamoDBDocumentClient,
  tableName: string,
  rows: readonly Key[],
): Promise<void> {
  for (const chunk of chunksOf(rows, mostRowsPerWrite)) {
    let left: BatchWriteCommandInput['RequestItems'] = {
      [tableName]: chunk.map((row) => ({ PutRequest: { Item: { ...row } } })),
    };
    for (let tries = 1; left && Object.keys(left).length > 0; tries++) {
      if (tries > mostTries) {
        throw new RetryLater('DynamoDB does not write as fast as it should; later again.');
      }
      const answer: BatchWriteCommandOutput = await documents.send(
        new BatchWriteCommand({ RequestItems: left }),
      );
      left = answer.UnprocessedItems;
    }
  }
}
