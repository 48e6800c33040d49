import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tableOnboardingRecords } from '#shared/aws/table/organisations/onboarding-records.ts';
import { tableOnboardingJournal } from '#shared/aws/table/organisations/step-journal.ts';
import { onboardingIdOf } from '#shared/organisations/onboarding/onboarding-id.ts';
import type { StepRecord } from '#shared/organisations/onboarding/step-record.ts';
import type { OnboardingRecord, OnboardingStanding } from '#shared/organisations/orders/onboarding-record.ts';
import { organisationIdSchema } from '#shared/organisations/organisation.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: system.stack.awsEndpoint,
    region: system.stack.region,
    credentials: system.credentials,
  }),
  { marshallOptions: { removeUndefinedValues: true } },
);
const table = { documents, tableName: system.stack.table };
const journal = tableOnboardingJournal(table);
const records = tableOnboardingRecords(table);

const beganAt = new Date('2026-12-01T08:00:00Z');
const endedAt = new Date('2026-12-01T08:00:01Z');
const newName = () => `Organisation ${randomUUID()}`;
const requestId = deriveRequestId('organisation-rows', 'one');

const begun: StepRecord = {
  step: 'make-organisation',
  subject: 'Northwind',
  requestId,
  result: 'begun',
  beganAt,
  summary: 'Northwind',
};

describe('steps of onboardings in the table', () => {
  it('are recorded one for each step and what it is about, the last word of each', async () => {
    const onboarding = onboardingIdOf(newName());
    const done: StepRecord = { ...begun, result: 'done', endedAt, summary: 'made' };
    const long: StepRecord = { ...begun, step: 'grant-role', subject: 'é'.repeat(600), learnt: 'Sub0001' };
    expect(await journal.read(onboarding)).toEqual([]);
    expect(await journal.begin(onboarding, begun, undefined)).toBe('begun');
    await journal.record(onboarding, done);
    await journal.record(onboarding, long);
    const recorded = await journal.read(onboarding);
    expect(recorded).toHaveLength(2);
    expect(recorded).toEqual(expect.arrayContaining([done, long]));
  });

  it('are begun by one of two who have read the same', async () => {
    const onboarding = onboardingIdOf(newName());
    const begins = await Promise.all([
      journal.begin(onboarding, begun, undefined),
      journal.begin(onboarding, begun, undefined),
    ]);
    expect(begins.toSorted()).toEqual(['begun', 'contested']);
  });

  it.each([
    ['another result', { result: 'open' }],
    ['another request', { requestId: deriveRequestId('organisation-rows', 'two') }],
    ['an earlier begin', { beganAt: new Date('2026-12-01T07:00:00Z') }],
    ['an end', { endedAt }],
  ] as const)('are not begun again by whoever has read %s', async (_, own) => {
    const onboarding = onboardingIdOf(newName());
    await journal.begin(onboarding, begun, undefined);
    expect(await journal.begin(onboarding, begun, { ...begun, ...own })).toBe('contested');
    expect(await journal.begin(onboarding, begun, undefined)).toBe('contested');
    expect(await journal.begin(onboarding, { ...begun, beganAt: endedAt }, begun)).toBe('begun');
  });

  it('are begun again where one has ended as it was read', async () => {
    const onboarding = onboardingIdOf(newName());
    const open: StepRecord = { ...begun, result: 'open', endedAt, summary: 'refused' };
    await journal.record(onboarding, open);
    expect(await journal.begin(onboarding, begun, { ...open, endedAt: undefined })).toBe('contested');
    expect(await journal.begin(onboarding, begun, open)).toBe('begun');
  });
});

const organisation = {
  id: organisationIdSchema.parse('6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101'),
  name: 'Northwind',
  region: undefined,
  kind: 'managed',
} as const;
const leftForPerson = [{ step: 'activate-product', subject: 'Duo', reason: 'in the console' }] as const;

describe('the last word about an onboarding in the table', () => {
  it.each<OnboardingStanding>([
    { state: 'under-way', leftForPerson: [], waitingFor: ['the setup of Duo'] },
    { state: 'under-way', organisation, leftForPerson, waitingFor: [] },
    { state: 'onboarded', organisation: { ...organisation, region: 'EU' } },
    { state: 'incomplete', organisation, leftForPerson },
    { state: 'blocked', problem: 'The key is of a standalone organisation.' },
    { state: 'refused', problem: 'A wrong region.' },
  ])('is read back as it was written: $state', async (standing) => {
    const name = newName();
    const record: OnboardingRecord = {
      onboarding: onboardingIdOf(name),
      name,
      region: 'EU',
      requestId,
      ticket: 'CHG-7',
      requestedBy: undefined,
      standing,
      at: endedAt,
    };
    expect(await records.find(record.onboarding)).toBeUndefined();
    await records.keep({ ...record, standing: { state: 'blocked', problem: 'before' } });
    await records.keep(record);
    expect(await records.find(record.onboarding)).toEqual(record);
    expect(await records.all()).toContainEqual(record);
  });
});
