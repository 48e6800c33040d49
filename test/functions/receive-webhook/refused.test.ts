import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { type Sent, signedHeaders, signingSecret, token, webhookIntake } from './webhook-intake.ts';

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const bearer = { authorization: `Bearer ${token}` };

describe('a refusal is a problem document that says what was wrong, and nothing has happened', () => {
  it.each<[what: string, sent: Sent, status: number, kind: string, detail: RegExp]>([
    [
      'another method',
      { method: 'GET' },
      405,
      'method-not-allowed',
      /GET was sent; webhooks are taken by POST/,
    ],
    ['an unknown connection', { connection: 'nobody' }, 404, 'not-found', /no connection of this name/],
    [
      'a connection that is no name',
      { connection: '../feed' },
      404,
      'not-found',
      /no connection of this name/,
    ],
    ['an inherited name', { connection: 'constructor' }, 404, 'not-found', /no connection of this name/],
    [
      'too large a body',
      { body: 'x'.repeat(200_001) },
      413,
      'body-too-large',
      /200001 bytes; at most 200000/,
    ],
    ['no token', {}, 401, 'not-authenticated', /Authorization: Bearer <token> must be sent/],
    [
      'a wrong token',
      { headers: { authorization: 'Bearer wrong' } },
      401,
      'not-authenticated',
      /none of the valid/,
    ],
    ['no signature', { connection: 'feed' }, 401, 'not-authenticated', /webhook-signature must all be sent/],
    [
      'a signature over other bytes',
      { connection: 'feed', body: '[ ]', headers: signedHeaders('msg_1', '[]') },
      401,
      'not-authenticated',
      /body was changed after signing/,
    ],
    [
      'a stale time stamp',
      { connection: 'feed', headers: { ...signedHeaders('msg_1', '{}'), 'webhook-timestamp': '1' } },
      401,
      'not-authenticated',
      /s behind our clock/,
    ],
    ['invalid JSON', { headers: bearer, body: '{"a":' }, 400, 'invalid-json', /line 1, column 6/],
    ['deep JSON', { headers: bearer, body: '['.repeat(99) }, 400, 'invalid-json', /deeper than 32 levels/],
    [
      'a form',
      { headers: { ...bearer, 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
      415,
      'unsupported-media-type',
      /Send JSON with content-type/,
    ],
    [
      'JSON of another kind',
      { headers: bearer, body: { a: 1 } },
      422,
      'not-understood',
      /not a list of indicators/,
    ],
    [
      'another action',
      { headers: bearer, body: { indicators: ['a.example'], action: 'allow' } },
      422,
      'not-understood',
      /the known actions are "block" and "enrich"/,
    ],
    [
      'an action that its connection is not made for',
      { headers: bearer, body: { indicators: ['a.example'], action: 'enrich' } },
      422,
      'not-understood',
      /its connection has no "enrichment"/,
    ],
    [
      'a text to look through where blocking is asked for',
      { headers: bearer, body: { text: 'Beacons to bad[.]example' } },
      422,
      'not-understood',
      /done only with "action": "enrich"/,
    ],
    [
      'too long a wait',
      { headers: bearer, body: ['a.example'], query: { wait: '26' } },
      422,
      'not-understood',
      /from 1 to 25/,
    ],
    [
      'too many indicators',
      { headers: bearer, body: Array.from({ length: 1_501 }, () => 'a.example') },
      422,
      'not-understood',
      /1501 indicators; at most 1500/,
    ],
  ])('%s: %i', async (_, sent, status, kind, detail) => {
    const answer = await intake.send(sent);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(answer.body).toEqual({
      type: `urn:problem-type:scc-automations:${kind}`,
      title: expect.any(String),
      status,
      detail: expect.stringMatching(detail),
      requestId: 'api-1',
    });
    expect(intake.published).toEqual([]);
    expect(intake.recorded).toEqual([]);
  });

  it.each<[Sent, Record<string, string>]>([
    [{ method: 'PUT' }, { allow: 'POST' }],
    [{ connection: 'tickets' }, { 'www-authenticate': 'Bearer' }],
    [{ connection: 'feed' }, { 'www-authenticate': 'Standard-Webhooks' }],
  ])('with the header that its status asks for: %j', async (sent, headers) => {
    expect((await intake.send(sent)).headers).toMatchObject(headers);
  });

  it('does not read a secret for what can be refused without', async () => {
    for (const sent of [{ method: 'GET' }, { connection: 'nobody' }, { body: 'x'.repeat(200_001) }]) {
      await intake.send(sent);
    }
    expect(intake.secretReads()).toBe(0);
  });
});

describe('when something of ours fails', () => {
  it('and the bus does not take the events, the sender is asked to come again and nothing is recorded', async () => {
    intake.faults.publish = new RetryLater('EventBridge took 1 of 3 events.', { retryAfterSeconds: 1.2 });
    const { status, headers, body } = await intake.sendAuthentic({ body: ['bad.example'] });
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '2' });
    expect(body.detail).toBe(
      'A service that this request needs did not answer. Send the same request again after 2 s: repeating it is safe.',
    );
    expect(intake.recorded).toEqual([]);
  });

  it.each([
    [
      'the secret is missing',
      'readSecret',
      new ConfigurationProblem('The secret tickets has no value.'),
      500,
    ],
    ['the secret cannot be read now', 'readSecret', new Error('socket hang up'), 503],
    ['the table does not answer', 'record', new Error('socket hang up'), 503],
    ['there is a mistake in the code', 'publish', new TypeError('x is not a function'), 500],
  ] as const)('%s: the caller learns nothing of it, the log all', async (_, port, error, expectedStatus) => {
    intake.faults[port] = error;
    const { status, body } = await intake.sendAuthentic({ body: ['bad.example'] });
    expect(status).toBe(expectedStatus);
    expect(JSON.stringify(body)).not.toContain(error.message);
    expect(intake.logLines.join('\n')).toContain(error.message);
  });

  it('what is not from the HTTP API is answered with a 500, too', async () => {
    expect(await intake.sendEvent({ Records: [] })).toMatchObject({
      status: 500,
      body: { requestId: 'unknown' },
    });
  });
});

it('no secret, header or body shows in a log line, a metric or an answer', async () => {
  const canary = 'canary-4f1d';
  const body = { indicators: [`${canary}.example`, `${canary} is no indicator`], source: canary };
  const answers = [
    await intake.sendAuthentic({
      body: { ...body, indicators: ['bad.example'] },
      headers: { 'x-canary': canary },
    }),
    await intake.send({ body, headers: { authorization: `Bearer ${canary}` } }),
    await intake.send({ body, headers: { authorization: canary, cookie: canary } }),
    await intake.send({
      connection: 'feed',
      body,
      headers: { ...signedHeaders('m', '{}'), 'webhook-id': canary },
    }),
    await intake.sendAuthentic({ body: `{"${canary}": ` }),
    await intake.sendAuthentic({ body: { [canary]: canary } }),
    await intake.sendAuthentic({ body: { indicators: [{ [canary]: canary }], action: canary } }),
    await intake.send({ connection: `${canary}!` }),
  ];
  intake.faults.publish = new Error('the bus is away');
  answers.push(await intake.sendAuthentic({ body }));

  const output = [...intake.logLines, ...answers.map((answer) => JSON.stringify(answer))].join('\n');
  expect(intake.logLines.some((line) => line.includes('RequestsRefused'))).toBe(true);
  for (const secret of [canary, token, signingSecret, signingSecret.slice('whsec_'.length)]) {
    expect(output).not.toContain(secret);
  }
});

describe('whatever is sent', { timeout: 60_000 }, () => {
  const headerValue = fc.oneof(
    fc.string(),
    fc.constantFrom('application/json', `Bearer ${token}`, 'v1,AAAA', '1'),
  );
  const headerName = fc.constantFrom(
    ...[
      'authorization',
      'content-type',
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
      'idempotency-key',
    ],
  );
  const iocLike = fc.record(
    {
      indicators: fc.array(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.ipV4(),
          fc.record({ value: fc.string(), type: fc.string() }),
          fc.jsonValue(),
        ),
      ),
      event_id: fc.jsonValue(),
      source: fc.jsonValue(),
      action: fc.constantFrom('block', 'enrich', 'allow', null),
      text: fc.jsonValue(),
      urgent: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const splunkLike = fc.record(
    {
      result: fc.dictionary(fc.constantFrom('query', 'url', '__proto__', 'dest'), fc.jsonValue()),
      search_name: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    iocLike.map((json) => JSON.stringify(json)),
    splunkLike.map((json) => JSON.stringify(json)),
  );
  const connection = fc.constantFrom('feed', 'tickets', 'triage', 'everywhere', 'splunk', '__proto__', '');

  it('by somebody unknown is answered, and never with a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(
        connection,
        fc.constantFrom('POST', 'GET', ''),
        fc.dictionary(headerName, headerValue),
        body,
        fc.boolean(),
        async (to, method, headers, text, isBase64Encoded) => {
          const { status } = await intake.send({
            connection: to,
            method,
            headers,
            body: text,
            isBase64Encoded,
          });
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('by a sender of ours is answered, never with a 5xx, and accepted or refused as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(connection, body, async (to, text) => {
        const before = intake.recorded.length;
        const { status, body: answer } = await intake.sendAuthentic({ connection: to, body: text, id: text });
        expect(status).toBeLessThan(500);
        const isNew = status === 202 && !answer.duplicate;
        expect(intake.recorded.length - before).toBe(isNew ? 1 : 0);
      }),
      { numRuns: 1_500 },
    );
  });
});
