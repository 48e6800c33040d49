import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { partOutcomeSchema, type RequestOutcomes } from '../../requests/request-outcomes.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import { readRows } from './batch-read.ts';
import { keys } from './keys.ts';

/** Outcomes of requests in the table: one row a part. */
export function tableRequestOutcomes(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): RequestOutcomes {
  return {
    async find(parts) {
      const wanted = new Map(
        parts.map(({ requestId, part }) => [`${requestId}/${part}`, keys.requestOutcome(requestId, part)]),
      );
      const rows = await readRows(options.documents, options.tableName, [...wanted.values()]);
      return rows.map((row) => partOutcomeSchema.parse(row));
    },

    async save(outcome) {
      await options.documents.send(
        new PutCommand({
          TableName: options.tableName,
          Item: {
            ...keys.requestOutcome(outcome.requestId, outcome.part),
            ...outcome,
            expiresAtEpochSeconds: requestExpiryEpochSeconds(new Date(outcome.completedAt)),
          },
        }),
      );
    },
  };
}
