import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { OrganisationName } from '../../config/names.ts';
import type { NewBlockCount } from '../../iocs/blast-radius/new-block-counts.ts';
import { readRows } from './batch-read.ts';
import type { TableWrite } from './fenced-writes.ts';
import { keys } from './keys.ts';

/** A message waits 14 days in the dead-letter queue at most; until then its request's count is kept, and a week more. */
const retentionSeconds = 21 * 86_400;

const countRowSchema = z.object({ period: z.string(), newBlocks: z.int().nonnegative() });

/** Reads how many new blocks were counted, by period. */
export async function readNewBlockCounts(
  table: { documents: DynamoDBDocumentClient; tableName: string },
  organisation: OrganisationName,
  periods: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = periods.map((period) => keys.newBlocks(organisation, period));
  const rows = await readRows(table.documents, table.tableName, wanted);
  return new Map(
    rows.map((row) => {
      const { period, newBlocks } = countRowSchema.parse(row);
      return [period, newBlocks];
    }),
  );
}

/**
 * The write that adds to a count.
 * @param at decides when the table may forget the count
 */
export function addToNewBlockCount(
  tableName: string,
  organisation: OrganisationName,
  { period, count }: NewBlockCount,
  at: Date,
): TableWrite {
  return {
    Update: {
      TableName: tableName,
      Key: keys.newBlocks(organisation, period),
      UpdateExpression: 'SET #period = :period, expiresAtEpochSeconds = :expires ADD newBlocks :count',
      ExpressionAttributeNames: { '#period': 'period' },
      ExpressionAttributeValues: {
        ':period': period,
        ':expires': Math.floor(at.getTime() / 1000) + retentionSeconds,
        ':count': count,
      },
    },
  };
}
