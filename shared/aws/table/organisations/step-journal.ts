import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { OnboardingId } from '../../../organisations/onboarding/onboarding-id.ts';
import type { StepJournal } from '../../../organisations/onboarding/step-journal.ts';
import { onboardingSteps, type StepRecord } from '../../../organisations/onboarding/step-record.ts';
import { requestIdSchema } from '../../../requests/request-id.ts';
import { keys } from '../keys.ts';
import { readPartition } from '../partition-read.ts';
import { storedMoment } from '../people/stored-values.ts';

const stepRowSchema = z.object({
  step: z.enum(onboardingSteps),
  subject: z.string(),
  requestId: requestIdSchema,
  result: z.enum(['begun', 'done', 'already', 'open']),
  beganAt: storedMoment,
  endedAt: storedMoment.optional(),
  summary: z.string(),
  learnt: z.string().optional(),
});

/**
 * The steps of onboardings in the table: one row for each step and what it is about. They are kept for good, like the
 * organisations, and like the memory that a claim code was used.
 */
export function tableOnboardingJournal(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): StepJournal {
  const { documents, tableName: TableName } = options;
  const itemOf = (onboarding: OnboardingId, step: StepRecord) => ({
    ...keys.onboardingStep(onboarding, step),
    ...z.encode(stepRowSchema, step),
  });
  return {
    async read(onboarding) {
      const rows = await readPartition(documents, TableName, keys.onboardingSteps(onboarding));
      return rows.map((row) => stepRowSchema.parse(row));
    },

    async begin(onboarding, step, instead) {
      const Item = itemOf(onboarding, step);
      try {
        await documents.send(new PutCommand({ TableName, Item, ...stillAsRead(instead) }));
        return 'begun';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'contested';
        throw error;
      }
    },

    async record(onboarding, step) {
      await documents.send(new PutCommand({ TableName, Item: itemOf(onboarding, step) }));
    },
  };
}

/** No two records of a step have all of these in common. */
function stillAsRead(record: StepRecord | undefined) {
  if (!record) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const { requestId, result, beganAt, endedAt } = z.encode(stepRowSchema, record);
  const ended = endedAt === undefined ? 'attribute_not_exists(endedAt)' : 'endedAt = :endedAt';
  return {
    ConditionExpression: `requestId = :requestId AND #result = :result AND beganAt = :beganAt AND ${ended}`,
    ExpressionAttributeNames: { '#result': 'result' },
    ExpressionAttributeValues: {
      ':requestId': requestId,
      ':result': result,
      ':beganAt': beganAt,
      ...(endedAt !== undefined && { ':endedAt': endedAt }),
    },
  };
}
