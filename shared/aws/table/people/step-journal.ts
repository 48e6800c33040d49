import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { organisationNameSchema } from '../../../config/names.ts';
import type { StepJournal } from '../../../people/steps/step-journal.ts';
import { stepNames } from '../../../people/steps/step-record.ts';
import { keys } from '../keys.ts';
import { readPartition } from '../partition-read.ts';
import { expiryEpochSeconds } from './expiry.ts';
import { storedMoment } from './stored-values.ts';

const namedRows = z.array(z.object({ id: z.string(), name: z.string() })).readonly();

const stepRowSchema = z.object({
  step: z.enum(stepNames),
  organisation: organisationNameSchema,
  result: z.enum(['begun', 'done', 'already', 'not-needed', 'open']),
  attempts: z.int().positive(),
  beganAt: storedMoment,
  endedAt: storedMoment.optional(),
  summary: z.string(),
  takenAway: z
    .object({
      signIn: z.boolean().optional(),
      groups: namedRows.optional(),
      roles: namedRows.optional(),
      firewallManagerRoles: z.array(z.string()).readonly().optional(),
    })
    .optional(),
});

/** Steps in the table: one row for each step and organisation of a change. */
export function tableStepJournal(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): StepJournal {
  const { documents, tableName: TableName } = options;
  return {
    async read(change) {
      const rows = await readPartition(documents, TableName, keys.stepsOf(change));
      return rows.map((row) => stepRowSchema.parse(row));
    },

    async record(change, step) {
      await documents.send(
        new PutCommand({
          TableName,
          Item: {
            ...keys.personStep(change, step.step, step.organisation),
            ...z.encode(stepRowSchema, step),
            expiresAtEpochSeconds: expiryEpochSeconds(step.endedAt ?? step.beganAt),
          },
        }),
      );
    },
  };
}
