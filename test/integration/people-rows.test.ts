import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tablePeopleChanges } from '#shared/aws/table/people/people-changes.ts';
import { tableRecordedBatches } from '#shared/aws/table/people/recorded-batches.ts';
import { tableStepJournal } from '#shared/aws/table/people/step-journal.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import type { PersonChange } from '#shared/people/changes/person-change.ts';
import type { RecordedBatch } from '#shared/people/changes/recorded-batch.ts';
import type { StepRecord } from '#shared/people/steps/step-record.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { personChange, plannedWhenDue } from '../shared/people/changes/person-changes.ts';
import { leaver } from '../shared/people/lifecycle/lifecycle-requests.ts';
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
const changes = tablePeopleChanges(table);
const batches = tableRecordedBatches(table);
const journal = tableStepJournal(table);
const at = new Date('2026-12-01T17:00:00Z');

/** Somebody whom no other test knows, who leaves. */
function plannedLeaver(own: { email?: string; day?: number; ticket?: string } = {}) {
  const { email = `p-${randomUUID()}@corp.example`, day = 0, ticket } = own;
  const request = leaver(email, new Date(at.getTime() + day * 86_400_000), { ticket });
  return personChange(request, plannedWhenDue(request));
}

async function everybody(): Promise<PersonChange[]> {
  const all: PersonChange[] = [];
  for await (const page of changes.all()) all.push(...page);
  return all;
}

describe('changes in the table', () => {
  it('are found by person and ticket, and among everybody', async () => {
    const change = plannedLeaver({ ticket: `HR-${randomUUID()}` });
    const { email, ticket = '' } = change.request;
    expect(await changes.find(email)).toBeUndefined();
    expect(await changes.begin(change, undefined)).toBe('recorded');
    expect(await changes.find(email)).toEqual(change);
    expect(await changes.history(email)).toEqual([change]);
    expect(await changes.ofTicket(change.source, ticket)).toEqual(change);
    expect(await changes.ofTicket('another', ticket)).toBeUndefined();
    expect(await everybody()).toContainEqual(change);
  });

  it('begin once', async () => {
    const change = plannedLeaver();
    await changes.begin(change, undefined);
    expect(await changes.begin(change, undefined)).toBe('contested');
    expect(await changes.begin(change, change)).toBe('contested');
    expect(await changes.find(change.request.email)).toEqual(change);
  });

  it('are moved by one of two who have read the same, in both of their rows', async () => {
    const change = plannedLeaver();
    await changes.begin(change, undefined);
    const moves = await Promise.all([
      changes.move(change, { state: 'under-way', since: at, attempts: 0 }),
      changes.move(change, { state: 'cancelled', at, by: 'ops' }),
    ]);
    expect(moves.filter((move) => move === 'contested')).toHaveLength(1);
    const [moved] = moves.filter((move) => move !== 'contested');
    expect(moved).toMatchObject({ revision: 1 });
    expect(await changes.find(change.request.email)).toEqual(moved);
    expect(await changes.history(change.request.email)).toEqual([moved]);
  });

  it('are replaced by a later one, and stay as history', async () => {
    const first = plannedLeaver({ ticket: `HR-${randomUUID()}` });
    const second = plannedLeaver({ email: first.request.email, day: 7 });
    await changes.begin(first, undefined);
    expect(await changes.begin(second, undefined)).toBe('contested');
    expect(await changes.begin(second, first)).toBe('recorded');
    const replaced = {
      ...first,
      revision: 1,
      standing: { state: 'replaced', at: second.acceptedAt, by: second.changeId },
    };
    expect(await changes.history(first.request.email)).toEqual([second, replaced]);
    expect(await changes.find(first.request.email)).toEqual(second);
    expect(await changes.ofTicket(first.source, first.request.ticket ?? '')).toEqual(replaced);
  });
});

describe('steps in the table', () => {
  it('are recorded one for each step and organisation, the last word of each', async () => {
    const { changeId } = plannedLeaver();
    const begun: StepRecord = {
      step: 'remove-from-groups',
      organisation: organisationNameSchema.parse('main'),
      result: 'begun',
      attempts: 1,
      beganAt: at,
      summary: 'begun',
      takenAway: { groups: [{ id: '1', name: 'SecOps' }], signIn: true },
    };
    const done: StepRecord = { ...begun, result: 'done', endedAt: at, summary: '1 group left' };
    const elsewhere: StepRecord = { ...done, organisation: organisationNameSchema.parse('child') };
    await journal.record(changeId, begun);
    await journal.record(changeId, done);
    await journal.record(changeId, elsewhere);
    const recorded = await journal.read(changeId);
    expect(recorded).toHaveLength(2);
    expect(recorded).toEqual(expect.arrayContaining([done, elsewhere]));
  });
});

describe('batches in the table', () => {
  const newBatch = (): RecordedBatch => ({
    batchId: batchIdOf(deriveRequestId('people-rows', randomUUID())),
    source: 'hr',
    origin: 'hr/leavers.csv',
    receivedAt: at,
    counts: { accepted: 0, held: 2, idle: 1, refused: 1 },
    refused: [{ row: 3, reason: 'date-missing', explanation: 'No last day is told.' }],
    trips: [{ fuse: 'many-leavers', explanation: 'Too many.' }],
    doneBy: at,
  });

  it('are recorded and decided about once', async () => {
    const batch = newBatch();
    const decision = { verdict: 'approved', by: 'ops', at } as const;
    expect(await batches.find(batch.batchId)).toBeUndefined();
    expect(await batches.decide(batch.batchId, decision)).toBe('contested');
    expect(await batches.record(batch)).toBe('recorded');
    expect(await batches.decide(batch.batchId, decision)).toBe('recorded');
    expect(await batches.decide(batch.batchId, { ...decision, verdict: 'rejected' })).toBe('contested');
    expect(await batches.record(batch)).toBe('repeat');
    expect(await batches.find(batch.batchId)).toEqual({ ...batch, decision });
  });

  it('know the size of the last roster of a source', async () => {
    const source = `roster-${randomUUID().slice(0, 8)}`;
    expect(await batches.rosterOf(source)).toBeUndefined();
    await batches.keepRoster(source, { rowCount: 0, at });
    expect(await batches.rosterOf(source)).toEqual({ rowCount: 0, at });
  });
});
