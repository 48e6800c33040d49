import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authenticDelivery, connectionPerScheme, schemeNames } from './every-scheme.ts';
import { type Sent, webhookIntake } from './webhook-intake.ts';

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake(connectionPerScheme('ioc-list'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Of each of the two properties, anew at each run: over ten runs 50,000 requests together. */
const requests = 2_500;

/** Each takes three seconds, and several times that on a busy machine. */
const timeout = 90_000;

const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.record({ indicators: fc.array(fc.domain(), { maxLength: 5 }) }).map((value) => JSON.stringify(value)),
);

const headerName = fc.constantFrom(
  ...['authorization', 'webhook-id', 'webhook-timestamp', 'webhook-signature', 'svix-signature'],
  ...['x-hub-signature', 'x-hub-signature-256', 'x-pagerduty-signature', 'x-slack-signature'],
  ...['x-slack-request-timestamp', 'stripe-signature', 'x-acme-signature', 'x-acme-time', 'x-acme-delivery'],
  ...['x-thehive-key', 'content-type', 'idempotency-key', '__proto__'],
);

const headerValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('', 't=1795341600', 'Bearer ', 'Basic Og==', 'HMAC ', ','.repeat(5_000), '9'.repeat(5_000)),
  fc.constantFrom('1795341600', '1795341600000', 'NaN', '1e400', '-1', '\u0000'),
  fc
    .tuple(
      fc.constantFrom('sha256=', 'v1=', 'v0=', 'v1,', 'HMAC ', 't=1795341600,v1=', ''),
      fc.uint8Array({ maxLength: 70 }),
    )
    .map(([prefix, bytes]) => `${prefix}${Buffer.from(bytes).toString('hex')}`),
  fc.base64String({ maxLength: 90 }).map((text) => `HMAC ${text}`),
);

/** One thing that happens to an honest delivery on its way. */
const mishap = fc.oneof(
  fc.record({ kind: fc.constant('header'), name: headerName, value: headerValue }),
  fc.record({ kind: fc.constant('body'), body }),
  fc.record({ kind: fc.constant('address'), urlSecret: headerValue, sourceAddress: headerValue }),
  fc.record({ kind: fc.constant('caller'), awsCallerArn: headerValue }),
  fc.record({ kind: fc.constant('nothing') }),
);

describe(`${2 * requests} requests over every scheme are answered, and never with a 5xx`, () => {
  const count = { accepted: 0, refused: 0 };
  afterAll(() => console.info(`${count.accepted} accepted, ${count.refused} refused`));

  async function answer(sent: Sent): Promise<number> {
    const { status } = await intake.send(sent);
    expect(status).toBeLessThan(500);
    count[status === 202 ? 'accepted' : 'refused'] += 1;
    // What the stand-ins remember would only slow them down.
    for (const kept of [intake.logLines, intake.published, intake.recorded]) kept.length = 0;
    return status;
  }

  it('those of strangers', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...schemeNames),
        fc.dictionary(headerName, headerValue, { maxKeys: 4 }),
        body,
        fc.boolean(),
        fc.record({ urlSecret: headerValue, sourceAddress: headerValue }, { requiredKeys: [] }),
        async (connection, headers, text, isBase64Encoded, address) => {
          expect(await answer({ connection, headers, body: text, isBase64Encoded, ...address })).not.toBe(
            202,
          );
        },
      ),
      { numRuns: requests },
    );
  });

  it('those of honest senders to which something happens on the way', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...schemeNames), body, mishap, async (connection, text, happening) => {
        const { kind, name, value, ...changes } = { name: '', value: '', ...happening };
        const sent = authenticDelivery(connection, text);
        const headers = kind === 'header' ? { ...sent.headers, [name]: value } : sent.headers;
        await answer({ ...sent, ...changes, headers });
      }),
      { numRuns: requests },
    );
    // Otherwise the senders above were not honest.
    expect(count.accepted).toBeGreaterThan(requests / 10);
  });
});
