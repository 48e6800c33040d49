import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { DestinationListName } from '../../config/names.ts';
import { type Block, blockSchema, isStanding, type StandingBlock } from '../../iocs/block.ts';
import { type Indicator, indicatorKey } from '../../iocs/indicator.ts';
import type { Ledger } from '../../iocs/ledger.ts';
import { readRows } from './batch-read.ts';
import { indexedInstant } from './block-row.ts';
import { blocksOfListIndex, keys } from './keys.ts';
import { readPartition } from './partition-read.ts';

/** The ledger in the table, to look things up in. */
export function tableLedger(options: { documents: DynamoDBDocumentClient; tableName: string }): Ledger {
  const { documents, tableName } = options;
  return {
    async blocksOf(indicator) {
      const rows = await readPartition(documents, tableName, keys.blocks(indicator));
      return rows.map((row) => blockSchema.parse(row));
    },

    blocksOn: (list, indicators) => readBlocks(options, list, indicators),

    async *standingOn(list, { leaseEndsBy } = {}) {
      const { name, partitionKey, sortKey } = blocksOfListIndex;
      const pages = paginateQuery(
        { client: documents },
        {
          TableName: tableName,
          IndexName: name,
          KeyConditionExpression: leaseEndsBy ? '#list = :list AND #end <= :end' : '#list = :list',
          ExpressionAttributeNames: { '#list': partitionKey, ...(leaseEndsBy && { '#end': sortKey }) },
          ExpressionAttributeValues: {
            ':list': list,
            ...(leaseEndsBy && { ':end': indexedInstant(leaseEndsBy) }),
          },
        },
      );
      for await (const page of pages) yield (page.Items ?? []).flatMap(standingBlock);
    },
  };
}

/** Those of `indicators` that the table knows on the list, by indicator key; read consistently. */
export async function readBlocks(
  table: { documents: DynamoDBDocumentClient; tableName: string },
  list: DestinationListName,
  indicators: readonly Indicator[],
): Promise<Map<string, Block>> {
  const wanted = indicators.map((indicator) => keys.block(indicator, list));
  const rows = await readRows(table.documents, table.tableName, wanted);
  const blocks = rows.map((row) => blockSchema.parse(row));
  return new Map(blocks.map((block) => [indicatorKey(block.indicator), block]));
}

function standingBlock(row: unknown): StandingBlock[] {
  const block = blockSchema.parse(row);
  return isStanding(block) ? [block] : [];
}
