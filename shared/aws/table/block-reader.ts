import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { blockSchema } from '../../iocs/block.ts';
import type { BlockReader } from '../../iocs/block-reader.ts';
import { keys } from './keys.ts';
import { readPartition } from './partition-read.ts';

/** Where an indicator is blocked, from the table: one query. */
export function tableBlockReader(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): BlockReader {
  return {
    async read(indicator) {
      const rows = await readPartition(options.documents, options.tableName, keys.blocks(indicator));
      return rows.map((row) => blockSchema.parse(row));
    },
  };
}
