import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockRequestedSchema } from '#shared/events/block-requested.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import iocList from '#test/fixtures/webhooks/ioc-list.json' with { type: 'json' };
import splunkAlert from '#test/fixtures/webhooks/splunk-alert.json' with { type: 'json' };
import { webhookIntake } from './webhook-intake.ts';

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const sha256Of = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');

const domains = (count: number) => Array.from({ length: count }, (_, index) => `host-${index}.example`);

describe('an accepted webhook', () => {
  it('is answered with what has become of each indicator so far', async () => {
    const { status, body } = await intake.sendAuthentic({ connection: 'feed', id: 'msg_42', body: iocList });
    const requestId = deriveRequestId('feed', 'msg_42', sha256Of(iocList));
    expect(status).toBe(202);
    expect(body).toEqual({
      requestId,
      status: 'accepted',
      duplicate: false,
      action: 'block',
      indicators: { queued: 5, held: 1, rejected: 4 },
      rejected: [
        { value: '10.0.0.5', reason: 'private-address' },
        {
          value: '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f',
          reason: 'unsupported-type',
        },
        { value: 'github.io', reason: 'public-suffix' },
        { value: 'two words', reason: 'not-an-indicator' },
      ],
      links: { self: `/requests/${requestId}` },
    });
  });

  it('is published once, as a command in its contract, and then recorded once', async () => {
    await intake.sendAuthentic({ connection: 'feed', body: iocList });
    expect(intake.published).toHaveLength(1);
    const [event] = intake.published.flat();
    expect(event).toMatchObject({ source: 'scc-automations.webhooks', detailType: 'BlockRequested' });
    expect(blockRequestedSchema.parse(event?.detail)).toEqual({
      version: 1,
      requestId: deriveRequestId('feed', 'msg_1', sha256Of(iocList)),
      part: 0,
      connection: 'feed',
      destinationList: 'soc-block',
      receivedAt: '2026-11-22T10:00:00.000Z',
      source: 'partner-feed',
      ticket: 'SOC-4711',
      indicators: [
        { type: 'domain', value: 'botnet-panel.example' },
        { type: 'url', value: 'https://login-check.example/verify?step=2' },
        { type: 'domain', value: 'examplemalwaredomain.com' },
        { type: 'ipv4', value: '103.27.202.185' },
        { type: 'cidr', value: '103.245.165.0/24' },
        { type: 'url', value: 'https://s3.amazonaws.com/bucket-of-a-stranger/dropper.bin' },
      ],
    });
    expect(intake.recorded).toHaveLength(1);
    expect(intake.recorded[0]).toMatchObject({
      held: [
        {
          indicator: { type: 'url', value: 'https://s3.amazonaws.com/bucket-of-a-stranger/dropper.bin' },
          destinationList: 'soc-block',
          reason: 'public-suffix',
        },
      ],
    });
  });

  it('may be a Splunk alert', async () => {
    const { status, body } = await intake.sendAuthentic({ connection: 'splunk', body: splunkAlert });
    expect(status).toBe(202);
    expect(body.indicators).toEqual({ queued: 4, held: 0, rejected: 0 });
  });

  it('may be encoded in base64 by the gateway', async () => {
    const answer = await intake.sendAuthentic({ connection: 'feed', body: iocList, isBase64Encoded: true });
    expect(answer.status).toBe(202);
  });

  it('travels in one publish of several events of at most 500 indicators', async () => {
    await intake.sendAuthentic({ body: domains(1_200) });
    expect(intake.published).toHaveLength(1);
    expect(
      intake.published[0]?.map(({ detail }) => blockRequestedSchema.parse(detail).indicators.length),
    ).toEqual([500, 500, 200]);
  });

  it('goes to every list of its connection, and says which list refuses what', async () => {
    const { body } = await intake.sendAuthentic({
      connection: 'everywhere',
      body: ['bad.example', '103.27.202.185'],
    });
    expect(body.indicators).toEqual({ queued: 2, held: 0, rejected: 1 });
    expect(body.rejected).toEqual([
      { value: '103.27.202.185', reason: 'no-effect-on-umbrella', destinationList: 'branch-block' },
    ]);
    expect(intake.recorded[0]?.parts).toMatchObject([
      { destinationList: 'soc-block', part: 0 },
      { destinationList: 'branch-block', part: 1 },
    ]);
  });

  it('of which nothing may be blocked is recorded and not published', async () => {
    const { status, body } = await intake.sendAuthentic({ body: ['10.0.0.5', '127.0.0.1'] });
    expect(status).toBe(202);
    expect(body.indicators).toEqual({ queued: 0, held: 0, rejected: 2 });
    expect(intake.published).toHaveLength(0);
    expect(intake.recorded).toHaveLength(1);
  });

  it('shows a hundred rejected values and says how many more there are', async () => {
    const { body } = await intake.sendAuthentic({
      body: Array.from({ length: 120 }, () => 'not an indicator'),
    });
    expect(body.indicators.rejected).toBe(120);
    expect(body.rejected).toHaveLength(100);
    expect(body.rejectedNotShown).toBe(20);
    expect(intake.recorded[0]?.rejected).toHaveLength(120);
  });

  it('reads its secret once for many deliveries', async () => {
    for (const id of ['a', 'b', 'c']) await intake.sendAuthentic({ connection: 'feed', id, body: iocList });
    expect(intake.secretReads()).toBe(1);
  });

  it('leaves one log line that names the request, the connection and the counts', async () => {
    await intake.sendAuthentic({ body: ['bad.example'] });
    const lines = intake.logLines
      .filter((line) => line.includes('Webhook accepted'))
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'INFO',
        connection: 'tickets',
        apiRequestId: 'api-1',
        requestId: intake.recorded[0]?.requestId,
        duplicate: false,
        queued: 1,
        held: 0,
        rejected: 0,
      }),
    ]);
  });
});

describe('a repeated webhook', () => {
  it('gets the same answer as a duplicate, and the same events, which the worker ignores', async () => {
    const first = await intake.sendAuthentic({ connection: 'feed', body: iocList });
    const second = await intake.sendAuthentic({ connection: 'feed', body: iocList });
    expect(second.status).toBe(202);
    expect(second.body).toEqual({ ...first.body, duplicate: true });
    expect(intake.published[1]).toEqual(intake.published[0]);
    expect(intake.recorded).toHaveLength(1);
  });

  it('is recognised by its idempotency key, its event id, or its bytes', async () => {
    const bodies = [
      { body: ['a.example'], headers: { 'Idempotency-Key': 'k1' } },
      { body: { event_id: 'e1', indicators: ['b.example'] } },
      { body: ['c.example'] },
    ];
    for (const sent of bodies) {
      expect((await intake.sendAuthentic(sent)).body.duplicate).toBe(false);
      expect((await intake.sendAuthentic(sent)).body.duplicate).toBe(true);
    }
    expect(intake.recorded).toHaveLength(3);
  });

  it('is not one when it came through another connection', async () => {
    await intake.sendAuthentic({ connection: 'tickets', body: ['a.example'] });
    const { body } = await intake.sendAuthentic({ connection: 'everywhere', body: ['a.example'] });
    expect(body.duplicate).toBe(false);
  });

  it('is not one with another body under the same id: neither of the two is lost', async () => {
    await intake.sendAuthentic({ connection: 'feed', body: ['a.example'] });
    const { status, body } = await intake.sendAuthentic({ connection: 'feed', body: ['b.example'] });
    expect(status).toBe(202);
    expect(body.duplicate).toBe(false);
    expect(intake.recorded).toHaveLength(2);
  });

  it('after a crash between publishing and recording is accepted under the same request id', async () => {
    intake.faults.record = new Error('the function died');
    const first = await intake.sendAuthentic({ connection: 'feed', body: iocList });
    delete intake.faults.record;
    const second = await intake.sendAuthentic({ connection: 'feed', body: iocList });
    expect([first.status, second.status]).toEqual([503, 202]);
    expect(second.body.duplicate).toBe(false);
    expect(intake.published[1]).toEqual(intake.published[0]);
  });
});
