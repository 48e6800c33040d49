import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { signedCallbacks } from '#shared/enrichment/callbacks/signed-callbacks.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { enrichmentCompletedSchema } from '#shared/events/enrichment-completed.ts';
import {
  answer,
  type Reaction,
  type ReceivedCall,
  startHttpTestServer,
} from '#test/shared/cisco/http-test-server.ts';

const standardSecret = 'whsec_ZHVtbXkta2V5LW9mLXRoZS10ZXN0cy1vbmx5';
const earlierSecret = 'whsec_b2xkLWR1bW15LWtleS1vZi10aGUtdGVzdHM=';
const token = 'dummy-token-of-the-tests-only';

/** A receiver on a free port, and callbacks of connections that name it. */
class CallbackBench {
  received: readonly ReceivedCall[] = [];
  readonly delivered = new Set<string>();
  reaction: Reaction = answer(204);
  timeLimitMilliseconds = 5_000;
  secret: { current: string; previous?: string } = { current: standardSecret };
  #origin = '';

  async start() {
    const { url, calls } = await startHttpTestServer(() => this.reaction);
    this.#origin = url.origin;
    this.received = calls;
    return this;
  }

  /** What a receiver makes of what came first, with its own library and secret. */
  verify(secret: string, options?: { format: 'raw' }) {
    const [{ headers, body } = { headers: {}, body: '' }] = this.received;
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    return new Webhook(secret, options).verify(body, Object.fromEntries(texts));
  }

  deliver(connection = 'soar') {
    const enrichment = { organisation: 'main', callbackUrl: `${this.#origin}/verdicts?key=canary` };
    const common = { kind: 'ioc-list', destinationLists: ['soc-block'], enrichment };
    const callbacks = signedCallbacks({
      configuration: deploymentConfigurationSchema.parse({
        stage: 'test',
        organisations: {
          main: { secureAccess: { edition: 'global' }, xdr: { region: 'us', clientCreatedOn: '2026-11-01' } },
        },
        destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
        connections: {
          soar: { ...common, authentication: 'standard-webhooks' },
          siem: { ...common, authentication: 'bearer-token' },
          silent: { ...common, authentication: 'bearer-token', enrichment: { organisation: 'main' } },
        },
      }),
      secrets: { read: async () => this.secret },
      delivered: {
        has: async (eventId) => this.delivered.has(eventId),
        add: async (eventId) => void this.delivered.add(eventId),
      },
      // The library checks the time stamp against the machine's clock.
      clock: { now: () => new Date() },
      timeLimitMilliseconds: this.timeLimitMilliseconds,
    });
    return callbacks.deliver(completedOf(connection));
  }
}

function completedOf(connection: string) {
  return enrichmentCompletedSchema.parse({
    version: 1,
    eventId: 'evt_0123456789abcdef0123456789abcdef',
    requestId: 'req_0123456789abcdef0123456789abcdef',
    part: 0,
    connection,
    organisation: 'main',
    verdicts: [
      {
        type: 'domain',
        value: 'bad.example',
        action: 'none',
        because: 'no rule fits',
        investigateUrl: 'https://xdr.example/investigate?q=bad.example',
      },
    ],
    occurredAt: '2026-11-22T10:00:00.000Z',
  });
}

let bench: CallbackBench;
beforeEach(async () => {
  bench = await new CallbackBench().start();
});

describe('a callback', () => {
  it('tells the verdicts, signed so that a library of Standard Webhooks believes it', async () => {
    await bench.deliver();
    expect(bench.verify(standardSecret)).toEqual({
      type: 'enrichment.completed',
      timestamp: '2026-11-22T10:00:00.000Z',
      data: completedOf('soar'),
    });
    expect(bench.received[0]).toMatchObject({
      method: 'POST',
      path: '/verdicts?key=canary',
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'evt_0123456789abcdef0123456789abcdef',
      },
    });
  });

  it.each([standardSecret, earlierSecret])(
    'is believed with either of two secrets while one replaces the other: %s',
    async (secret) => {
      bench.secret = { current: standardSecret, previous: earlierSecret };
      await bench.deliver();
      expect(() => bench.verify(secret)).not.toThrow();
    },
  );

  it('is signed with the bytes of the secret where the connection has another scheme', async () => {
    bench.secret = { current: token };
    await bench.deliver('siem');
    expect(() => bench.verify(token, { format: 'raw' })).not.toThrow();
  });

  it('is delivered once, however often its message comes', async () => {
    await bench.deliver();
    await bench.deliver();
    expect(bench.received).toHaveLength(1);
  });

  it('is nothing for a connection that names no address', async () => {
    await bench.deliver('silent');
    expect(bench.received).toEqual([]);
    expect(bench.delivered.size).toBe(0);
  });
});

describe('a callback that was not delivered', () => {
  it.each([408, 425, 429, 500, 503])('because of HTTP %i is tried again later', async (status) => {
    bench.reaction = answer(status, 'busy', { 'retry-after': '7' });
    await expect(bench.deliver()).rejects.toMatchObject({ name: 'RetryLater', retryAfterSeconds: 7 });
    bench.reaction = answer(200, 'thanks');
    await bench.deliver();
    expect(new Set(bench.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(bench.delivered.size).toBe(1);
  });

  it.each([301, 307, 400, 401, 404, 410])('because of HTTP %i waits for a person', async (status) => {
    bench.reaction = answer(status, 'no', { location: '/elsewhere' });
    await expect(bench.deliver()).rejects.toThrow(ConfigurationProblem);
    expect(bench.received).toHaveLength(1);
    expect(bench.delivered.size).toBe(0);
  });

  it('because nobody answers in time is tried again later', async () => {
    bench.reaction = { kind: 'hang' };
    bench.timeLimitMilliseconds = 50;
    await expect(bench.deliver()).rejects.toThrow(RetryLater);
  });

  it('because the connection was cut is tried again later, and the message holds no part of the URL', async () => {
    bench.reaction = { kind: 'cut' };
    const failure = await bench.deliver().catch((error: unknown) => String(error));
    expect(failure).toMatch(/The callback of the connection soar was not delivered: it did not answer/);
    expect(failure).not.toMatch(/canary|verdicts|127/);
  });
});

describe('an address for callbacks', () => {
  const connection = (authentication: unknown, callbackUrl: string) => ({
    stage: 'test',
    organisations: {
      main: { secureAccess: { edition: 'global' }, xdr: { region: 'us', clientCreatedOn: '2026-11-01' } },
    },
    destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
    connections: {
      soar: {
        kind: 'ioc-list',
        authentication,
        destinationLists: ['soc-block'],
        enrichment: { organisation: 'main', callbackUrl },
      },
    },
  });
  const iam = { scheme: 'aws-iam', callers: ['arn:aws:iam::111122223333:role/soar'] };

  it.each([
    ['over TLS', 'standard-webhooks', 'https://soar.example/verdicts', true],
    ['in the own network', 'standard-webhooks', 'https://10.1.2.3/verdicts', true],
    ['on this machine', 'standard-webhooks', 'http://127.0.0.1:8080/verdicts', true],
    ['in the clear', 'standard-webhooks', 'http://soar.example/verdicts', false],
    ['that only begins like this machine', 'standard-webhooks', 'http://127.0.0.1.soar.example/', false],
    ['of a connection without a secret', iam, 'https://soar.example/verdicts', false],
  ])('%s', (_, authentication, url, isTaken) => {
    expect(deploymentConfigurationSchema.safeParse(connection(authentication, url)).success).toBe(isTaken);
  });
});
