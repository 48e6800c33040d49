import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecret } from '#shared/credentials/security-cloud-control/create-secret.ts';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { firstApiKey, RotationBench } from './rotation-bench.ts';

const everyRefresh = { another: 'every-refresh', replaced: 'dies' } as const;
const fromDay45 = { another: 'from-day-45', replaced: 'dies' } as const;

/** A key whose refresh token the platform has issued, and which is stored nowhere yet. */
function issuedKey(bench: RotationBench, refreshToken: string) {
  bench.platform.issueByConsole(refreshToken);
  return { ...firstApiKey, refreshToken };
}

describe('creating the next access token', () => {
  it('stores another refresh token, makes it current, and says when both tokens end', async () => {
    const bench = new RotationBench(everyRefresh);
    const requestToken = randomUUID();

    const created = await createSecret(requestToken, bench.ports());

    expect(created).toEqual({
      kind: 'created',
      refreshToken: 'promoted',
      accessTokenExpiresAt: '2026-01-02T01:59:59.000Z',
      refreshTokenExpiresAt: '2026-03-02T08:00:00.000Z',
    });
    const current = bench.apiKey.look('AWSCURRENT');
    expect(current?.value).toEqual({
      ...firstApiKey,
      refreshToken: 'refresh-1',
      expiresDate: '2026-03-02T08:00:00.000Z',
    });
    expect(bench.apiKey.look('NEWEST')).toEqual(current);
    expect(bench.apiKey.look('AWSPREVIOUS')?.value).toEqual(firstApiKey);
    expect(bench.accessToken.look('AWSPENDING')).toEqual({
      versionId: requestToken,
      value: {
        accessToken: 'access-1',
        mintedAt: '2026-01-01T08:00:00.000Z',
        expiresAt: '2026-01-02T01:59:59.000Z',
        refreshTokenExpiresAt: '2026-03-02T08:00:00.000Z',
      },
    });
    expect(bench.accessToken.look('AWSCURRENT')).toBeUndefined();
  });

  it('stores no refresh token when the same one came back', async () => {
    const bench = new RotationBench(fromDay45);
    const before = bench.apiKey.look('AWSCURRENT');

    expect(await createSecret(randomUUID(), bench.ports())).toMatchObject({ refreshToken: 'unchanged' });

    expect(bench.apiKey.look('AWSCURRENT')).toEqual(before);
    expect(bench.apiKey.look('NEWEST')).toBeUndefined();
  });

  it('goes on with the token it used when none came back', async () => {
    const bench = new RotationBench(everyRefresh);
    const ports = bench.ports();
    const platform: RotationPorts['platform'] = {
      ...ports.platform,
      refreshAccessToken: async () => ({
        kind: 'refreshed',
        accessToken: { value: 'alone', expiresAt: new Date('2026-01-02T02:00:00Z') },
      }),
    };

    const created = await createSecret(randomUUID(), { ...ports, platform });

    expect(created).toMatchObject({ refreshToken: 'unchanged' });
    expect(bench.accessToken.look('AWSPENDING')?.value).not.toHaveProperty('refreshTokenExpiresAt');
  });

  it('refreshes once, however often the same rotation asks', async () => {
    const bench = new RotationBench(everyRefresh);
    const requestToken = randomUUID();
    await createSecret(requestToken, bench.ports());

    expect(await createSecret(requestToken, bench.ports())).toEqual({ kind: 'kept' });
    expect(bench.platform.refreshes).toBe(1);
  });

  it('makes a fresh token when a rotation is taken up again after hours, and finishes with that one', async () => {
    const bench = new RotationBench(everyRefresh);
    const requestToken = randomUUID();
    await createSecret(requestToken, bench.ports());
    bench.time.pass(12 * 3_600_000);

    await bench.rotate(requestToken);

    expect(bench.accessToken.look('AWSCURRENT')?.value).toMatchObject({
      accessToken: 'access-2',
      mintedAt: '2026-01-01T20:00:00.000Z',
    });
    expect(bench.accessToken.look('AWSPENDING')).toEqual(bench.accessToken.look('AWSCURRENT'));
  });

  it('changes nothing in a rotation that is finished already', async () => {
    const bench = new RotationBench(everyRefresh);
    const requestToken = randomUUID();
    await bench.rotate(requestToken);
    bench.time.pass(12 * 3_600_000);

    expect(await createSecret(requestToken, bench.ports())).toEqual({ kind: 'kept' });
    expect(bench.platform.refreshes).toBe(1);
  });
});

describe('the stored refresh tokens', () => {
  /** Puts a working token in each place, and ends those before the wanted one. */
  const places = ['rescue', 'NEWEST', 'AWSCURRENT', 'AWSPREVIOUS', 'AWSPENDING'] as const;

  async function benchWithTokens(
    working: readonly string[],
  ): Promise<{ bench: RotationBench; tried: string[] }> {
    const bench = new RotationBench(everyRefresh);
    const tried: string[] = [];
    const key = (place: string) => ({ ...firstApiKey, refreshToken: `in-${place}` });
    bench.rescue.held = key('rescue');
    bench.storeByHand(key('AWSPREVIOUS'));
    const currentId = randomUUID();
    await bench.apiKey.put(key('AWSCURRENT'), 'NEWEST', currentId);
    await bench.apiKey.promote(currentId, bench.apiKey.look('AWSCURRENT')?.versionId);
    await bench.apiKey.put(key('NEWEST'), 'NEWEST', randomUUID());
    await bench.apiKey.put(key('AWSPENDING'), 'AWSPENDING', randomUUID());
    for (const place of working) bench.platform.issueByConsole(`in-${place}`);
    const refresh = bench.platform.refreshAccessToken.bind(bench.platform);
    bench.platform.refreshAccessToken = (apiKey) => {
      tried.push(apiKey.refreshToken);
      return refresh(apiKey);
    };
    return { bench, tried };
  }

  it.each(places.map((place, index) => ({ place, index })))(
    'are tried from the newest on until one is accepted: here the one in $place',
    async ({ place, index }) => {
      const { bench, tried } = await benchWithTokens(places.slice(index));

      await bench.rotate();

      expect(tried).toEqual(places.slice(0, index + 1).map((before) => `in-${before}`));
      expect(tried.at(-1)).toBe(`in-${place}`);
      expect(bench.isKeyInOrder()).toBe(true);
      expect(bench.rescue.held).toBeUndefined();
    },
  );

  it('are tried once each, and then a person is told what to do', async () => {
    const { bench, tried } = await benchWithTokens([]);

    const rotating = bench.rotate();

    await expect(rotating).rejects.toThrow(ConfigurationProblem);
    await expect(rotating).rejects.toThrow(
      /rescue: .*NEWEST: .*generate a new API key.*credentials set main\/scc-api-key/,
    );
    expect(tried).toHaveLength(places.length);
    expect(bench.rescue.held).toBeDefined();
  });

  it('of a key that a person has replaced are left alone', async () => {
    const { bench, tried } = await benchWithTokens(places);
    bench.storeByHand({
      ...issuedKey(bench, 'pasted'),
      apiKeyId: '7d5f6c1a-4e0b-4d53-9b8e-0a1b2c3d4e5f',
    });

    await bench.rotate();

    expect(tried).toEqual(['pasted']);
    expect(bench.apiKey.look('AWSCURRENT')?.value.apiKeyId).toBe('7d5f6c1a-4e0b-4d53-9b8e-0a1b2c3d4e5f');
    expect(bench.rescue.held?.refreshToken).toBe('in-rescue');
  });

  it('go with the address that a person has put right since', async () => {
    const { bench } = await benchWithTokens(['NEWEST']);
    const apiBaseUrl = 'https://api.eu.security.cisco.com';
    bench.storeByHand({ ...firstApiKey, refreshToken: 'in-AWSCURRENT', apiBaseUrl });

    await bench.rotate();

    expect(bench.apiKey.look('AWSCURRENT')?.value.apiBaseUrl).toBe(apiBaseUrl);
  });

  it('are left for the next run when an answer was lost', async () => {
    const bench = new RotationBench(everyRefresh);
    let calls = 0;
    bench.platform.refreshAccessToken = () => {
      calls += 1;
      return Promise.reject(new OutcomeUnknown('no complete answer came'));
    };

    await expect(bench.rotate()).rejects.toThrow(OutcomeUnknown);
    expect(calls).toBe(1);
  });
});

describe('another writer of the API key', () => {
  it('keeps what it has made current, while ours stays labelled NEWEST and is used first the next time', async () => {
    const bench = new RotationBench({ another: 'every-refresh', replaced: 'lives-on' });
    const refresh = bench.platform.refreshAccessToken.bind(bench.platform);
    bench.platform.refreshAccessToken = async (apiKey) => {
      const answer = await refresh(apiKey);
      if (bench.platform.refreshes === 1) {
        const theirs = await refresh(apiKey);
        if (theirs.kind === 'refreshed') {
          bench.storeByHand({ ...firstApiKey, refreshToken: theirs.refreshToken ?? '' });
        }
      }
      return answer;
    };

    expect(await createSecret(randomUUID(), bench.ports())).toMatchObject({ refreshToken: 'overtaken' });
    expect(bench.apiKey.look('AWSCURRENT')?.value.refreshToken).toBe('refresh-2');
    expect(bench.apiKey.look('NEWEST')?.value.refreshToken).toBe('refresh-1');

    await bench.rotate();
    expect(bench.apiKey.look('AWSPREVIOUS')?.value.refreshToken).toBe('refresh-2');
    expect(bench.apiKey.look('AWSCURRENT')?.value.refreshToken).toBe('refresh-3');
  });
});

describe('what stops before the refresh', () => {
  it.each<
    [said: string, change: (bench: RotationBench) => Partial<RotationPorts>, type: unknown, message: RegExp]
  >([
    [
      'no key is stored',
      () => ({ apiKey: { read: async () => undefined, put: neverCalled, promote: neverCalled } }),
      ConfigurationProblem,
      /has no value yet.*credentials set main\/scc-api-key/,
    ],
    [
      "the key is another organisation's",
      () => ({ organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90affe' }),
      ConfigurationProblem,
      /90a101, the configuration says .*90affe.*enterpriseId/,
    ],
    [
      'too little time is left to store the answer',
      (bench) => ({ endsAt: new Date(bench.time.now().getTime() + 59_000) }),
      RetryLater,
      /at least 60 seconds/,
    ],
    [
      'another rotation is under way',
      (bench) => ({
        lock: {
          tryAcquire: async () => ({ kind: 'held', until: new Date(bench.time.now().getTime() + 9_500) }),
        },
      }),
      RetryLater,
      /under way/,
    ],
  ])('is that %s', async (_said, change, type, message) => {
    const bench = new RotationBench(everyRefresh);

    const creating = createSecret(randomUUID(), { ...bench.ports(), ...change(bench) });

    await expect(creating).rejects.toThrow(message);
    await expect(creating).rejects.toBeInstanceOf(type);
    expect(bench.platform.refreshes).toBe(0);
  });

  it('leaves the lock to others', async () => {
    const bench = new RotationBench(everyRefresh);
    await createSecret(randomUUID(), { ...bench.ports(), endsAt: bench.time.now() }).catch(() => undefined);

    await expect(bench.rotate()).resolves.toBeUndefined();
  });
});

it('an answer without an access token is given up, with the refresh token stored all the same', async () => {
  const bench = new RotationBench(everyRefresh);
  const refresh = bench.platform.refreshAccessToken.bind(bench.platform);
  bench.platform.refreshAccessToken = async (apiKey) => {
    const answer = await refresh(apiKey);
    if (answer.kind === 'refused') return answer;
    const { accessToken: _unreadable, ...rest } = answer;
    return rest;
  };

  await expect(createSecret(randomUUID(), bench.ports())).rejects.toThrow(GiveUp);
  expect(bench.isKeyInOrder()).toBe(true);
});

async function neverCalled(): Promise<never> {
  throw new Error('nothing may be written');
}
