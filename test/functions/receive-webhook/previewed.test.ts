import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import iocList from '#test/fixtures/webhooks/ioc-list.json' with { type: 'json' };
import slackChallenge from '#test/fixtures/webhooks/slack-challenge.json' with { type: 'json' };
import { webhookIntake } from './webhook-intake.ts';

const oneList = { authentication: 'bearer-token', destinationLists: ['soc-block'] };
const twoLists = { ...oneList, destinationLists: ['soc-block', 'branch-block'] };

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake({
    connections: {
      tickets: { ...oneList, kind: 'ioc-list' },
      everywhere: { ...twoLists, kind: 'ioc-list' },
      trial: { ...oneList, kind: 'ioc-list', mode: 'test' },
      chat: { ...oneList, kind: 'slack' },
      table: { ...oneList, kind: 'csv', ignoredDomains: ['corp.example'] },
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const preview = (body: object | string, connection = 'tickets') =>
  intake.sendAuthentic({ connection, body, query: { preview: 'true' } });

describe('a preview', () => {
  it('tells what would happen to each indicator, and what was understood of the rest', async () => {
    const { status, body } = await preview({
      ...iocList,
      severity: 'high',
      confidence: 80,
      link: 'https://feed.example/1',
      created: '2026-11-22T09:00:00Z',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'preview',
      because: 'preview-asked-for',
      duplicate: false,
      indicators: { queued: 5, held: 1, rejected: 4 },
      understood: {
        source: 'partner-feed',
        ticket: 'SOC-4711',
        eventId: 'feed-2026-11-22-001',
        severity: 'high',
        confidence: 80,
        link: 'https://feed.example/1',
        occurredAt: '2026-11-22T09:00:00.000Z',
      },
    });
    expect(body.decisions).toContainEqual({
      type: 'domain',
      value: 'botnet-panel.example',
      destinationList: 'soc-block',
      decision: 'would-be-queued',
    });
    expect(body.decisions).toContainEqual({
      type: 'url',
      value: 'https://s3.amazonaws.com/bucket-of-a-stranger/dropper.bin',
      destinationList: 'soc-block',
      decision: 'would-be-held',
      reason: 'public-suffix',
    });
    expect(body.rejected).toContainEqual({ value: '10.0.0.5', reason: 'private-address' });
  });

  it('does nothing: neither published nor recorded, and the delivery afterwards is no repeat', async () => {
    const previewed = await preview(iocList);
    expect(intake.published).toEqual([]);
    expect(intake.recorded).toEqual([]);
    const { body } = await intake.sendAuthentic({ body: iocList });
    expect(body).toMatchObject({ status: 'accepted', duplicate: false, requestId: previewed.body.requestId });
  });

  it('tells the decision for each list', async () => {
    const { body } = await preview(['bad.example'], 'everywhere');
    expect(body.decisions.map(({ destinationList }: { destinationList: string }) => destinationList)).toEqual(
      ['soc-block', 'branch-block'],
    );
  });

  it('shows five hundred decisions and says how many more there are', async () => {
    const { body } = await preview(Array.from({ length: 620 }, (_, index) => `host-${index}.example`));
    expect(body.decisions).toHaveLength(500);
    expect(body.decisionsNotShown).toBe(120);
  });

  it('is for those only who may send', async () => {
    const { status } = await intake.send({ body: iocList, query: { preview: 'true' } });
    expect(status).toBe(401);
  });

  it.each(['yes', '1', '', 'True'])(
    'is not guessed at: preview=%s is refused and nothing is done',
    async (value) => {
      const { status, body } = await intake.sendAuthentic({ body: iocList, query: { preview: value } });
      expect(status).toBe(422);
      expect(body.detail).toMatch(/preview is true or false/);
      expect(intake.recorded).toEqual([]);
    },
  );

  it('is not what preview=false asks for', async () => {
    const { status } = await intake.sendAuthentic({ body: iocList, query: { preview: 'false' } });
    expect(status).toBe(202);
  });
});

it('a connection in test mode only ever previews, and says so', async () => {
  const { status, body } = await intake.sendAuthentic({ connection: 'trial', body: iocList });
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: 'preview', because: 'connection-in-test-mode' });
  expect(intake.published).toEqual([]);
  expect(intake.recorded).toEqual([]);
});

it('a sender that only asks whether somebody listens gets its challenge back', async () => {
  const { status, body } = await intake.sendAuthentic({ connection: 'chat', body: slackChallenge });
  expect(status).toBe(200);
  expect(body).toEqual({ challenge: slackChallenge.challenge });
  expect(intake.recorded).toEqual([]);
});

describe('a body of another form than JSON', () => {
  it('is taken where its kind says so, whatever its content type', async () => {
    const { status, body } = await intake.sendAuthentic({
      connection: 'table',
      body: 'domain\nbad.example\nwiki.corp.example\n',
    });
    expect(status).toBe(202);
    expect(body.indicators).toEqual({ queued: 1, held: 0, rejected: 1 });
    expect(body.rejected).toEqual([{ value: 'wiki.corp.example', reason: 'ignored-domain' }]);
  });

  it('is refused with its place in the list of problems when it cannot be read', async () => {
    const { status, body } = await intake.sendAuthentic({ connection: 'table', body: 'domain\n"bad' });
    expect(status).toBe(400);
    expect(body.type).toBe('urn:problem-type:scc-automations:unreadable-body');
  });
});
