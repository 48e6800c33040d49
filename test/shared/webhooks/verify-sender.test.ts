import { beforeEach, describe, expect, it } from 'vitest';
import { connectionSchema } from '#shared/config/connection.ts';
import { connectionNameSchema } from '#shared/config/names.ts';
import type { SecretReader } from '#shared/credentials/secret-reader.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { verifySender } from '#shared/webhooks/verify-sender.ts';

const name = connectionNameSchema.parse('splunk');
const connection = connectionSchema.parse({
  kind: 'splunk-alert',
  authentication: 'bearer-token',
  destinationLists: ['soc-block'],
});

let stored: unknown;
let reads: string[];
let now: Date;
let verify: (token: string) => Promise<object>;

const reader: SecretReader = {
  async read(secretName, schema) {
    reads.push(secretName);
    if (stored instanceof Error) throw stored;
    return { value: schema.parse(stored), versionId: 'v' };
  },
};

beforeEach(() => {
  stored = { current: 'first-token-0123456789' };
  reads = [];
  now = new Date('2026-11-22T10:00:00Z');
  const secrets = cachedConnectionSecrets({
    reader,
    clock: { now: () => now },
    secretNameOf: (of) => `secret-of-${of}`,
  });
  verify = (token) =>
    verifySender(
      { headers: new Map([['authorization', `Bearer ${token}`]]), body: Buffer.alloc(0), receivedAt: now },
      { name, connection, secrets },
    );
});

const secondsPass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

describe("a connection's secret", () => {
  it('is read once in five minutes', async () => {
    await verify('first-token-0123456789');
    secondsPass(300);
    await verify('first-token-0123456789');
    expect(reads).toEqual(['secret-of-splunk']);
    secondsPass(1);
    await verify('first-token-0123456789');
    expect(reads).toHaveLength(2);
  });

  it('works right after it was stored, although an older one is in memory', async () => {
    await verify('first-token-0123456789');
    secondsPass(11);
    stored = { current: 'second-token-0123456789', previous: 'first-token-0123456789' };
    await expect(verify('second-token-0123456789')).resolves.toBeDefined();
    await expect(verify('first-token-0123456789')).resolves.toBeDefined();
  });

  it('is read no more than once in ten seconds, however often a wrong one comes', async () => {
    for (let second = 0; second < 30; second += 1) {
      await expect(verify('wrong-token-0123456789')).rejects.toMatchObject({ kind: 'not-authenticated' });
      secondsPass(1);
    }
    expect(reads.length).toBeLessThanOrEqual(3);
  });

  it('that does not exist is a problem of the configuration, not of the sender', async () => {
    stored = new ConfigurationProblem('The secret does not exist.');
    await expect(verify('first-token-0123456789')).rejects.toBeInstanceOf(ConfigurationProblem);
  });

  it('that cannot be read now asks the sender to come again', async () => {
    stored = new Error('connection reset');
    await expect(verify('first-token-0123456789')).rejects.toBeInstanceOf(RetryLater);
  });
});

it('a refusal says how one can prove oneself', async () => {
  await expect(verify('wrong-token-0123456789')).rejects.toMatchObject({
    kind: 'not-authenticated',
    headers: { 'www-authenticate': 'Bearer' },
  });
});
