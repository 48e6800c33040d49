import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { storedAccessTokenSchema } from '#shared/credentials/access-token.ts';
import { type MintPorts, mintAccessToken } from '#shared/credentials/mint-access-token.ts';
import { decideMintPlace } from '#shared/credentials/mint-budget.ts';
import { readStoredToken } from '#shared/credentials/read-stored-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';
import { InMemoryTokenSecret, storedToken } from './in-memory-token-secret.ts';

const organisation = organisationNameSchema.parse('main');

/** One lock for the whole fleet. */
class FleetLock {
  isHeld = false;
  refusals = 0;

  async tryLock(): ReturnType<MintPorts['tryLock']> {
    if (this.isHeld) {
      this.refusals += 1;
      return { kind: 'held' };
    }
    this.isHeld = true;
    return {
      kind: 'acquired',
      release: async () => {
        this.isHeld = false;
      },
    };
  }
}

let time: AdvancingTime;
let secret: InMemoryTokenSecret;
let lock: FleetLock;
let requested: number;

beforeEach(() => {
  time = new AdvancingTime();
  secret = new InMemoryTokenSecret();
  lock = new FleetLock();
  requested = 0;
});

function ports(more: Partial<MintPorts> = {}): MintPorts {
  return {
    readStored: () => readStoredToken(secret, 'token'),
    store: async (token) => secret.put(token),
    readKey: async () => ({ value: { key: 'key', secret: 'secret' }, versionId: 'key-v1' }),
    budget: { take: async () => ({ kind: 'taken' }) },
    requestToken: async () => {
      requested += 1;
      await nextTurn();
      return { accessToken: `minted-${requested}`, expiresInSeconds: 3_600 };
    },
    tryLock: () => lock.tryLock(),
    clock: time,
    sleep: async (milliseconds) => {
      await time.sleep(milliseconds);
      await nextTurn();
    },
    waitUntil: new Date(time.now().getTime() + 20_000),
    ...more,
  };
}

const mint = (failedVersionId?: string, more: Partial<MintPorts> = {}) =>
  mintAccessToken(organisation, failedVersionId, ports(more));

const stored = async () => (await secret.read('token', storedAccessTokenSchema)).value;

describe('a token', () => {
  it.each<[said: string, leftSeconds: number | undefined, failedVersionId: string | undefined, kind: string]>(
    [
      ['is there with time left', 901, undefined, 'kept'],
      ['is there, and another one failed', 901, 'v0', 'kept'],
      ['is there, and is the one that failed', 3_600, 'v1', 'minted'],
      ['has a quarter of an hour left', 900, undefined, 'minted'],
      ['has ended', -1, undefined, 'minted'],
      ['is not there', undefined, undefined, 'minted'],
      ['is not there, and one failed', undefined, 'v0', 'minted'],
    ],
  )('that %s', async (_said, leftSeconds, failedVersionId, kind) => {
    if (leftSeconds !== undefined) secret.put(storedToken('stored', leftSeconds, time.now()));

    expect((await mint(failedVersionId)).kind).toBe(kind);
    expect(requested).toBe(kind === 'minted' ? 1 : 0);
    expect(lock.isHeld).toBe(false);
  });

  it('that is kept needs no lock', async () => {
    secret.put(storedToken('stored', 3_600, time.now()));
    lock.isHeld = true;

    expect(await mint()).toEqual({ kind: 'kept', expiresAt: '2026-01-01T09:00:00.000Z' });
    expect(lock.refusals).toBe(0);
  });

  it('that is minted is stored with its times, counted from before the request', async () => {
    const slowly: MintPorts['requestToken'] = async () => {
      time.pass(4_000);
      return { accessToken: 'minted', expiresInSeconds: 3_600 };
    };

    const result = await mint(undefined, { requestToken: slowly });

    expect(result).toEqual({ kind: 'minted', expiresAt: '2026-01-01T09:00:00.000Z' });
    expect(await stored()).toEqual({
      accessToken: 'minted',
      mintedAt: '2026-01-01T08:00:00.000Z',
      expiresAt: '2026-01-01T09:00:00.000Z',
      keyVersionId: 'key-v1',
    });
  });

  it('that is minted says when its key ends, where that is known', async () => {
    const value = { key: 'key', secret: 's', expiresAt: '2026-06-30T00:00:00.000Z' };

    await mint(undefined, { readKey: async () => ({ value, versionId: 'key-v1' }) });

    expect(await stored()).toMatchObject({ keyExpiresAt: '2026-06-30T00:00:00.000Z' });
  });

  it('that somebody else stored while we got the lock is kept', async () => {
    const late: MintPorts['tryLock'] = async () => {
      secret.put(storedToken('theirs', 3_600, time.now()));
      return lock.tryLock();
    };

    expect(await mint(undefined, { tryLock: late })).toMatchObject({ kind: 'kept' });
    expect(requested).toBe(0);
    expect(lock.isHeld).toBe(false);
  });
});

describe('a key that is stored anew', () => {
  const keyOfVersion = (versionId: string) => async () => ({ value: { key: 'key', secret: 's' }, versionId });

  it('is used at once: the token of the former key is replaced, though it has time left', async () => {
    await mint(undefined, { readKey: keyOfVersion('key-v1') });

    expect(await mint(undefined, { readKey: keyOfVersion('key-v1') })).toMatchObject({ kind: 'kept' });
    expect(await mint(undefined, { readKey: keyOfVersion('key-v2') })).toMatchObject({ kind: 'minted' });
    expect(await stored()).toMatchObject({ keyVersionId: 'key-v2' });
  });

  it('while the lock is awaited is the one that is used', async () => {
    const versions = ['key-v1', 'key-v2'];
    const used: string[] = [];

    await mint(undefined, {
      readKey: async () => {
        const versionId = versions.shift() ?? 'key-v3';
        return { value: { key: versionId, secret: 's' }, versionId };
      },
      requestToken: async ({ key }) => {
        used.push(key);
        return { accessToken: 'minted', expiresInSeconds: 3_600 };
      },
    });

    expect(used).toEqual(['key-v2']);
  });
});

describe('the budget of a key', () => {
  /** Counts as the table does, for as many minters as there are. */
  function sharedBudget(): MintPorts['budget'] {
    let times: readonly number[] = [];
    return {
      take: async () => {
        const { place, counted } = decideMintPlace(times, time.now().getTime());
        times = counted;
        return place;
      },
    };
  }

  it('is charged for every request, the failed ones too, and never exceeded', async () => {
    const budget = sharedBudget();
    const requestedAt: number[] = [];
    const failing: MintPorts['requestToken'] = async () => {
      requestedAt.push(time.now().getTime());
      throw new RetryLater('HTTP 503');
    };

    for (let call = 0; call < 20; call++) {
      const waitUntil = new Date(time.now().getTime() + 20_000);
      await expect(mint(undefined, { budget, requestToken: failing, waitUntil })).rejects.toThrow(RetryLater);
    }

    for (const first of requestedAt) {
      const within = requestedAt.filter((other) => other >= first && other < first + 60_000);
      expect(within.length).toBeLessThanOrEqual(20);
    }
  });

  it('that is used up is waited for when a place comes in time', async () => {
    const freeAt = new Date(time.now().getTime() + 10_000);
    const budget: MintPorts['budget'] = {
      take: async () => (time.now() < freeAt ? { kind: 'full', freeAt } : { kind: 'taken' }),
    };

    expect(await mint(undefined, { budget })).toMatchObject({ kind: 'minted' });
    expect(time.slept).toEqual([10_000]);
  });

  it('that is used up for longer is told with the exact seconds', async () => {
    const freeAt = new Date(time.now().getTime() + 41_300);

    const minting = mint(undefined, { budget: { take: async () => ({ kind: 'full', freeAt }) } });

    await expect(minting).rejects.toMatchObject({ name: 'RetryLater', retryAfterSeconds: 42 });
    expect(requested).toBe(0);
    expect(lock.isHeld).toBe(false);
  });
});

describe('a request that fails for the moment', () => {
  it('is made again, as late as the cloud asks', async () => {
    let tries = 0;
    const requestToken: MintPorts['requestToken'] = async () => {
      tries += 1;
      if (tries === 1) throw new RetryLater('HTTP 429', { retryAfterSeconds: 7 });
      return { accessToken: 'minted', expiresInSeconds: 3_600 };
    };

    expect(await mint(undefined, { requestToken })).toMatchObject({ kind: 'minted' });
    expect(tries).toBe(2);
    expect(time.now().toISOString()).toBe('2026-01-01T08:00:07.000Z');
  });
});

describe('while somebody else mints', () => {
  it('theirs is waited for and kept', async () => {
    lock.isHeld = true;
    let naps = 0;
    const nap: MintPorts['sleep'] = async (milliseconds) => {
      time.pass(milliseconds);
      naps += 1;
      if (naps === 3) secret.put(storedToken('theirs', 3_600, time.now()));
    };

    expect(await mint(undefined, { sleep: nap })).toMatchObject({ kind: 'kept' });
    expect(naps).toBe(3);
    expect(requested).toBe(0);
  });

  it('the mint becomes ours when they give up', async () => {
    lock.isHeld = true;
    const nap: MintPorts['sleep'] = async () => {
      lock.isHeld = false;
    };

    expect(await mint(undefined, { sleep: nap })).toMatchObject({ kind: 'minted' });
    expect(requested).toBe(1);
  });

  it('the wait ends in time, with a word about when to come back', async () => {
    lock.isHeld = true;

    const minting = mint();

    await expect(minting).rejects.toThrow(RetryLater);
    await expect(minting).rejects.toMatchObject({ retryAfterSeconds: 5 });
    expect(time.now().toISOString()).toBe('2026-01-01T08:00:20.000Z');
    expect(requested).toBe(0);
  });
});

describe('a failure', () => {
  const failure = new ConfigurationProblem('the key is refused');

  it.each<[step: string, ports: Partial<MintPorts>]>([
    ['asking', { requestToken: () => Promise.reject(failure) }],
    ['storing', { store: () => Promise.reject(failure) }],
  ])('of %s gives the lock back and is told', async (_step, more) => {
    await expect(mint(undefined, more)).rejects.toBe(failure);
    expect(lock.isHeld).toBe(false);
  });
});

describe('fifty callers at once', () => {
  it.each<[said: string, failedVersionId: string | undefined]>([
    ['without a stored token', undefined],
    ['with one that failed', 'v1'],
  ])('%s cost one mint', async (_said, failedVersionId) => {
    if (failedVersionId) secret.put(storedToken('failed', 3_600, time.now()));

    const results = await Promise.all(
      Array.from({ length: 50 }, () => mint(failedVersionId, { sleep: () => nextTurn() })),
    );

    expect(requested).toBe(1);
    expect(results.filter(({ kind }) => kind === 'minted')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'kept')).toHaveLength(49);
    expect(lock.refusals).toBeGreaterThan(0);
    expect(await stored()).toMatchObject({ accessToken: 'minted-1' });
  });
});
