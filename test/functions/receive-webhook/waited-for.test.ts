import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionNameSchema, organisationNameSchema } from '#shared/config/names.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import { nothingRecorded } from '../../shared/requests/nothing-recorded.ts';
import { webhookIntake } from './webhook-intake.ts';

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const requestId = deriveRequestId('triage', '1');
const indicator = { type: 'domain' as const, value: indicatorValueSchema.parse('bad.example') };
const waiting: RecordedRequest = {
  ...nothingRecorded(requestId),
  received: {
    connection: connectionNameSchema.parse('triage'),
    action: 'enrich',
    receivedAt: '2026-11-22T10:00:00.000Z',
  },
  enrichmentParts: [{ part: 0, indicators: [indicator], hasText: false }],
};
const done: RecordedRequest = {
  ...waiting,
  enrichments: [
    {
      requestId,
      part: 0,
      state: 'done',
      connection: connectionNameSchema.parse('triage'),
      organisation: organisationNameSchema.parse('main'),
      receivedAt: '2026-11-22T10:00:00.000Z',
      at: '2026-11-22T10:00:02.000Z',
      decisions: [
        { ...indicator, action: 'none', because: 'no rule fits', investigateUrl: 'https://xdr.example/' },
      ],
      rejected: [],
    },
  ],
};

const ask = (wait: string, connection = 'triage') =>
  intake.sendAuthentic({ connection, body: ['bad.example'], query: { wait } });
const secondsOf = (looks: readonly Date[]) =>
  looks.map((at) => (at.getTime() - Date.parse('2026-11-22T10:00:00Z')) / 1000);

describe('a sender that waits', () => {
  it('gets the outcome as soon as it is there', async () => {
    intake.readings.push(undefined, waiting, done);
    const { status, body } = await ask('20');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      requestId,
      action: 'enrich',
      status: 'done',
      indicators: [{ value: 'bad.example', status: 'enriched', action: 'none' }],
    });
    expect(secondsOf(intake.looks)).toEqual([0.25, 0.75, 1.75]);
  });

  it('gets the usual 202 when its time is over, and never waits longer than it asked', async () => {
    intake.readings.push(waiting);
    const { status, body } = await ask('20');
    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'accepted', links: { self: `/requests/${body.requestId}` } });
    expect(Math.max(...secondsOf(intake.looks))).toBeLessThanOrEqual(20);
    expect(intake.looks.length).toBeLessThanOrEqual(22);
  });

  it('gets the usual 202 when nobody can look: the request was accepted all the same', async () => {
    intake.faults.look = new Error('the table does not answer');
    const { status } = await ask('5');
    expect(status).toBe(202);
    expect(intake.logLines.join('\n')).toContain('the table does not answer');
  });

  it('may have sent the same before', async () => {
    intake.readings.push(done);
    await ask('20');
    expect((await ask('20')).status).toBe(200);
  });

  it('may wait for blocks as well', async () => {
    intake.readings.push(nothingRecorded(requestId));
    const { status, body } = await ask('20', 'tickets');
    expect(status).toBe(200);
    expect(body).toMatchObject({ action: 'block', status: 'done' });
  });

  it.each(['0', '26', '-1', '2.5', '', 'true', '1e1', '20,20'])(
    'is told what can be asked for: wait=%s',
    async (wait) => {
      const { status, body } = await ask(wait);
      expect(status).toBe(422);
      expect(body.detail).toMatch(/whole number of seconds from 1 to 25/);
      expect(intake.recorded).toEqual([]);
    },
  );
});

it('a sender that does not wait costs no look', async () => {
  await intake.sendAuthentic({ connection: 'triage', body: ['bad.example'] });
  expect(intake.looks).toEqual([]);
});
