import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { onboardingIdSchema } from '../../../organisations/onboarding/onboarding-id.ts';
import { onboardingSteps } from '../../../organisations/onboarding/step-record.ts';
import type { OnboardingRecords } from '../../../organisations/orders/onboarding-record.ts';
import { organisationIdSchema, organisationRegions } from '../../../organisations/organisation.ts';
import { requestIdSchema } from '../../../requests/request-id.ts';
import { keys } from '../keys.ts';
import { readPartition } from '../partition-read.ts';
import { storedMoment } from '../people/stored-values.ts';

const organisationRowSchema = z.object({
  id: organisationIdSchema,
  name: z.string(),
  region: z.codec(z.string().nullable(), z.string().or(z.undefined()), {
    decode: (text) => text ?? undefined,
    encode: (text) => text ?? null,
  }),
  kind: z.enum(['standalone', 'manager', 'managed', 'unknown']),
});

const leftForPerson = z
  .array(z.object({ step: z.enum(onboardingSteps), subject: z.string(), reason: z.string() }))
  .readonly();

const recordRowSchema = z.object({
  onboarding: onboardingIdSchema,
  name: z.string(),
  region: z.enum(organisationRegions),
  requestId: requestIdSchema,
  ticket: z.string().optional(),
  requestedBy: z.string().optional(),
  at: storedMoment,
  standing: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('under-way'),
      organisation: organisationRowSchema.optional(),
      leftForPerson,
      waitingFor: z.array(z.string()).readonly(),
    }),
    z.object({ state: z.literal('onboarded'), organisation: organisationRowSchema }),
    z.object({ state: z.literal('incomplete'), organisation: organisationRowSchema, leftForPerson }),
    z.object({ state: z.literal('blocked'), problem: z.string() }),
    z.object({ state: z.literal('refused'), problem: z.string() }),
  ]),
});

/** The last word about each onboarding in the table; kept for good, like the organisations. */
export function tableOnboardingRecords(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): OnboardingRecords {
  const { documents, tableName: TableName } = options;
  return {
    async find(onboarding) {
      const Key = keys.organisationOnboarding(onboarding);
      const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && recordOf(Item);
    },

    async all() {
      return (await readPartition(documents, TableName, keys.organisationOnboardings())).map(recordOf);
    },

    async keep(record) {
      const Item = {
        ...keys.organisationOnboarding(record.onboarding),
        ...z.encode(recordRowSchema, record),
      };
      await documents.send(new PutCommand({ TableName, Item }));
    },
  };
}

/** @throws ZodError when a row holds no record: somebody has written into the table by hand */
function recordOf(row: unknown) {
  return recordRowSchema.parse(row);
}
