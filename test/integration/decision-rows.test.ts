import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { PartDecision } from '#shared/approvals/decision.ts';
import { tableAnnouncementRecord } from '#shared/aws/table/announcement-record.ts';
import { tableDecisions } from '#shared/aws/table/decisions.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { deriveRequestId, type RequestId } from '#shared/requests/request-id.ts';
import { systemClock } from '#shared/time/clock.ts';
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
const decisions = tableDecisions(table);

function decisionAbout(requestId: RequestId, part: number, over: Partial<PartDecision> = {}): PartDecision {
  return {
    requestId,
    part,
    decision: 'approve',
    decidedBy: 'Ann Example',
    through: 'link',
    decidedAt: new Date().toISOString(),
    ...over,
  };
}

describe('decisions in the table', () => {
  it('are found, and belong to what is recorded of their request', async () => {
    const requestId = deriveRequestId('decisions', randomUUID());
    const decision = decisionAbout(requestId, 3, { decision: 'reject', through: 'operator-route' });
    expect(await decisions.find(requestId, 3)).toBeUndefined();
    expect(await decisions.record([decision])).toBe('recorded');
    expect(await decisions.find(requestId, 3)).toEqual(decision);
    expect((await tableRequestReader(table).read(requestId))?.decisions).toEqual([decision]);
  });

  it('are recorded all together or not at all: the first stands', async () => {
    const requestId = deriveRequestId('decisions', randomUUID());
    const first = decisionAbout(requestId, 1);
    await decisions.record([first]);
    const later = { decidedBy: 'Bob' };
    expect(
      await decisions.record([decisionAbout(requestId, 0, later), decisionAbout(requestId, 1, later)]),
    ).toBe('contested');
    expect(await decisions.find(requestId, 0)).toBeUndefined();
    expect(await decisions.find(requestId, 1)).toEqual(first);
  });

  it('of many people at the same moment are one', async () => {
    const requestId = deriveRequestId('decisions', randomUUID());
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, person) =>
        decisions.record([decisionAbout(requestId, 0, { decidedBy: `person ${person}` })]),
      ),
    );
    expect(answers.toSorted()).toEqual([...Array(7).fill('contested'), 'recorded']);
    const winner = answers.indexOf('recorded');
    expect(await decisions.find(requestId, 0)).toMatchObject({ decidedBy: `person ${winner}` });
  });

  it('of a hundred parts take one transaction, and know when they were passed on', async () => {
    const requestId = deriveRequestId('decisions', randomUUID());
    const others = Array.from({ length: 99 }, (_, index) => index + 1);
    const rows = others.map((part) => decisionAbout(requestId, part));
    expect(await decisions.record([decisionAbout(requestId, 0), ...rows])).toBe('recorded');

    const at = new Date('2026-12-01T04:00:00Z');
    await decisions.markPublished(requestId, [0, ...others], at);
    expect(await decisions.find(requestId, 99)).toMatchObject({ publishedAt: at.toISOString() });
  });
});

describe('the record of who has heard', () => {
  it('remembers each channel of each event', async () => {
    const record = tableAnnouncementRecord({ ...table, clock: systemClock });
    const [eventId, other] = [randomUUID(), randomUUID()];
    expect(await record.heardThrough(eventId)).toEqual(new Set());
    await record.markHeard(eventId, 'chat');
    await record.markHeard(eventId, 'email');
    await record.markHeard(eventId, 'email');
    expect(await record.heardThrough(eventId)).toEqual(new Set(['chat', 'email']));
    expect(await record.heardThrough(other)).toEqual(new Set());
  });
});
