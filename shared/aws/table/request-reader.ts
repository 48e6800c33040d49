import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { partDecisionSchema } from '../../approvals/decision.ts';
import { connectionNameSchema, destinationListNameSchema } from '../../config/names.ts';
import { partOutcomeSchema } from '../../requests/request-outcomes.ts';
import type { RequestReader } from '../../requests/request-reader.ts';
import { indicatorsTextSchema } from './indicators-text.ts';
import { keys } from './keys.ts';
import { partEnrichmentsIn } from './part-enrichments.ts';
import { readPartition } from './partition-read.ts';

const receivedSchema = z.object({
  connection: connectionNameSchema,
  action: z.enum(['block', 'enrich']),
  receivedAt: z.iso.datetime(),
});
const partSchema = z.object({
  part: z.int(),
  destinationList: destinationListNameSchema,
  indicators: indicatorsTextSchema,
});
const enrichmentPartSchema = z.object({
  part: z.int(),
  indicators: indicatorsTextSchema,
  hasText: z.boolean(),
});
const rejectionsSchema = z.object({
  rejected: z.array(
    z.object({
      value: z.string(),
      reason: z.string(),
      destinationList: destinationListNameSchema.exactOptional(),
    }),
  ),
});

/** Requests and what became of them, from the table: one query a request. */
export function tableRequestReader(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): RequestReader {
  return {
    async read(requestId, signal) {
      const { pk, sk } = keys.request(requestId);
      const rows = await readPartition(options.documents, options.tableName, pk, signal);
      if (rows.length === 0) return undefined;
      const own = rows.find((row) => row.sk === sk);
      const ofKind = (kind: string) => rows.filter((row) => row.sk.startsWith(`${kind}#`));
      return {
        requestId,
        ...(own === undefined ? {} : { received: receivedSchema.parse(own) }),
        parts: ofKind('PART').map((row) => partSchema.parse(row)),
        enrichmentParts: ofKind('TO-ENRICH').map((row) => enrichmentPartSchema.parse(row)),
        enrichments: partEnrichmentsIn(ofKind('ENRICHED')),
        rejected: ofKind('REJECTED').flatMap((row) => rejectionsSchema.parse(row).rejected),
        outcomes: ofKind('OUTCOME').map((row) => partOutcomeSchema.parse(row)),
        decisions: ofKind('DECISION').map((row) => partDecisionSchema.parse(row)),
      };
    },
  };
}
