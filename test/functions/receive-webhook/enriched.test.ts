import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enrichRequestedSchema } from '#shared/events/enrich-requested.ts';
import { webhookIntake } from './webhook-intake.ts';

const oneList = { authentication: 'bearer-token', destinationLists: ['soc-block'] };
const enrichment = { organisation: 'main' };

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake({
    connections: {
      triage: {
        ...oneList,
        kind: 'ioc-list',
        action: 'enrich',
        enrichment,
        ignoredDomains: ['corp.example'],
      },
      either: { ...oneList, kind: 'ioc-list', enrichment },
      express: {
        ...oneList,
        kind: 'ioc-list',
        action: 'enrich',
        enrichment: { ...enrichment, urgent: true },
      },
      reports: { ...oneList, kind: 'text', action: 'enrich', enrichment },
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const hash = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
const commands = () => intake.published.flat().map(({ detail }) => enrichRequestedSchema.parse(detail));

describe('a webhook to be enriched', () => {
  it('is answered with what is asked about, and what is not and why', async () => {
    const { status, body } = await intake.sendAuthentic({
      connection: 'triage',
      body: [
        'bad.example',
        hash,
        'jdoe@bad.example',
        '10.0.0.5',
        'wiki.corp.example',
        'two words',
        'bad[.]example',
      ],
    });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      status: 'accepted',
      duplicate: false,
      action: 'enrich',
      indicators: { queued: 3, held: 0, rejected: 3 },
      rejected: [
        { value: '10.0.0.5', reason: 'private-address' },
        { value: 'wiki.corp.example', reason: 'ignored-domain' },
        { value: 'two words', reason: 'not-an-indicator' },
      ],
    });
  });

  it('is published once, as a command in its contract, and then recorded once', async () => {
    const { body } = await intake.sendAuthentic({
      connection: 'triage',
      body: { indicators: ['bad.example', hash], source: 'mail-gateway', ticket: 'SOC-7', severity: 'high' },
    });
    expect(intake.published).toHaveLength(1);
    expect(intake.published.flat()).toMatchObject([
      { source: 'scc-automations.webhooks', detailType: 'EnrichRequested' },
    ]);
    expect(commands()).toEqual([
      {
        version: 1,
        requestId: body.requestId,
        part: 0,
        connection: 'triage',
        indicators: [
          { type: 'domain', value: 'bad.example' },
          { type: 'sha256', value: hash },
        ],
        urgent: false,
        receivedAt: '2026-11-22T10:00:00.000Z',
        source: 'mail-gateway',
        ticket: 'SOC-7',
        severity: 'high',
      },
    ]);
    expect(intake.recorded).toMatchObject([
      { action: 'enrich', requestId: body.requestId, parts: [{ part: 0 }] },
    ]);
  });

  it('asks also about what no guard would let be blocked', async () => {
    const { body } = await intake.sendAuthentic({
      connection: 'triage',
      body: ['cisco.com', '8.8.8.8', 'co.uk'],
    });
    expect(body.indicators).toEqual({ queued: 3, held: 0, rejected: 0 });
  });

  it('may hold a text, which goes on as it is', async () => {
    const text = 'The dropper calls hxxps://bad[.]example/a and 103.27.202.185';
    const { body } = await intake.sendAuthentic({
      connection: 'triage',
      body: { text, indicators: ['a.example'] },
    });
    expect(body).toMatchObject({ indicators: { queued: 1 }, textCharacters: text.length });
    expect(commands().map(({ part, indicators, text: sent }) => [part, indicators.length, sent])).toEqual([
      [0, 1, undefined],
      [1, 0, text],
    ]);
  });

  it('of plain text has its indicators taken out here', async () => {
    await intake.sendAuthentic({
      connection: 'reports',
      body: 'The dropper calls hxxps://bad[.]example/a and 103.27.202.185, both new.',
    });
    expect(commands()[0]?.indicators.map(({ value }) => value)).toEqual([
      'https://bad.example/a',
      '103.27.202.185',
    ]);
    expect(commands()[0]?.text).toBeUndefined();
  });

  it.each<[what: string, connection: string, body: object, urgent: boolean]>([
    ['as its connection says', 'express', { indicators: ['a.example'] }, true],
    ['as its connection says', 'triage', { indicators: ['a.example'] }, false],
    ['as the body says', 'triage', { indicators: ['a.example'], urgent: true }, true],
    ['as the body says', 'express', { indicators: ['a.example'], urgent: false }, false],
  ])('is urgent %s: %s, %j', async (_, connection, body, urgent) => {
    await intake.sendAuthentic({ connection, body });
    expect(commands().map((command) => command.urgent)).toEqual([urgent]);
  });

  it('is recognised when it comes again', async () => {
    const sent = { connection: 'triage', body: ['bad.example'] };
    const first = await intake.sendAuthentic(sent);
    const second = await intake.sendAuthentic(sent);
    expect(second.body).toEqual({ ...first.body, duplicate: true });
    expect(intake.published[1]).toEqual(intake.published[0]);
  });

  it('can be previewed', async () => {
    const { status, body } = await intake.sendAuthentic({
      connection: 'triage',
      body: [hash, '10.0.0.5'],
      query: { preview: 'true' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      action: 'enrich',
      decisions: [{ type: 'sha256', value: hash, decision: 'would-be-enriched' }],
      rejected: [{ value: '10.0.0.5', reason: 'private-address' }],
    });
    expect(intake.published).toEqual([]);
  });
});

describe('a body that names its action', () => {
  it.each([
    ['either', 'enrich', 'EnrichRequested'],
    ['either', 'block', 'BlockRequested'],
    ['triage', 'block', 'BlockRequested'],
    ['triage', 'enrich', 'EnrichRequested'],
  ])('at %s is followed: %s', async (connection, action, detailType) => {
    await intake.sendAuthentic({ connection, body: { indicators: ['bad.example'], action } });
    expect(intake.published.flat()).toMatchObject([{ detailType }]);
    expect(intake.recorded).toMatchObject([{ action }]);
  });

  it('is another request than the same without it', async () => {
    await intake.sendAuthentic({
      connection: 'either',
      body: { indicators: ['bad.example'], action: 'enrich' },
    });
    await intake.sendAuthentic({ connection: 'either', body: { indicators: ['bad.example'] } });
    expect(intake.recorded.map(({ action }) => action)).toEqual(['enrich', 'block']);
  });
});
