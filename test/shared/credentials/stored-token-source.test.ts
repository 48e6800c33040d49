import { beforeEach, describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import { storedTokenSource } from '#shared/credentials/stored-token-source.ts';
import type { TokenMinter } from '#shared/credentials/token-minter.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';
import { InMemoryTokenSecret, storedToken } from './in-memory-token-secret.ts';

const organisation = organisationNameSchema.parse('main');

let time: AdvancingTime;
let secret: InMemoryTokenSecret;
/** The failed version of each mint that was asked for. */
let mints: (string | undefined)[];
let mint: () => Promise<void>;
let source: TokenSource;

beforeEach(() => {
  time = new AdvancingTime();
  secret = new InMemoryTokenSecret();
  mints = [];
  mint = async () => secret.put(storedToken(`minted-${mints.length}`, 3_600, time.now()));
  const minter: TokenMinter = {
    mint: (_organisation, failedVersionId) => {
      mints.push(failedVersionId);
      return mint();
    },
  };
  source = storedTokenSource({ organisation, secretName: 'token', secrets: secret, minter, clock: time });
});

function store(accessToken: string, leftSeconds = 3_600) {
  secret.put(storedToken(accessToken, leftSeconds, time.now()));
}

describe('the current token', () => {
  it('is read from the secret, without a mint', async () => {
    store('stored');

    expect(await source.current()).toEqual({
      accessToken: 'stored',
      expiresAt: new Date('2026-01-01T09:00:00Z'),
      versionId: 'v1',
    });
    expect(mints).toEqual([]);
  });

  it('is read once for many calls that come together', async () => {
    store('stored');

    const tokens = await Promise.all(Array.from({ length: 50 }, () => source.current()));

    expect(new Set(tokens.map(({ accessToken }) => accessToken))).toEqual(new Set(['stored']));
    expect(secret.reads).toBe(1);
  });

  it('is minted once for many calls that come together', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => source.current()));

    expect(new Set(tokens.map(({ accessToken }) => accessToken))).toEqual(new Set(['minted-1']));
    expect(mints).toEqual([undefined]);
    expect(secret.reads).toBe(2);
  });

  it.each([
    [0, 'stored', 1],
    [3_600 - 61, 'stored', 1],
    [3_600 - 60, 'renewed', 2],
    [3_600, 'renewed', 2],
  ])(
    'is after %i s still %s: from memory until a minute before its end',
    async (seconds, accessToken, reads) => {
      store('stored');
      await source.current();
      store('renewed', 7_200);
      time.pass(seconds * 1_000);

      expect(await source.current()).toMatchObject({ accessToken });
      expect(secret.reads).toBe(reads);
      expect(mints).toEqual([]);
    },
  );

  it.each([
    ['has no value', undefined],
    ['holds something else', { key: 'a', secret: 'b' }],
  ])('is minted when the secret %s', async (_said, value) => {
    secret.put(value);
    expect(await source.current()).toMatchObject({ accessToken: 'minted-1' });
    expect(mints).toEqual([undefined]);
  });

  it('is minted when the stored one is about to end', async () => {
    store('stored', 60);
    expect(await source.current()).toMatchObject({ accessToken: 'minted-1' });
  });

  it('is left for later when the mint is not to be seen yet', async () => {
    mint = async () => {};

    const reading = source.current();

    await expect(reading).rejects.toThrow(RetryLater);
    await expect(reading).rejects.toMatchObject({ retryAfterSeconds: 5 });
    expect(mints).toHaveLength(1);
  });

  it.each([
    ['the key is refused', new ConfigurationProblem('the key is refused')],
    ['the minter is busy', new RetryLater('the minter is busy')],
  ])('fails as the minter does when %s, and is asked for anew afterwards', async (_said, failure) => {
    const working = mint;
    mint = () => Promise.reject(failure);
    await expect(source.current()).rejects.toBe(failure);

    mint = working;
    expect(await source.current()).toMatchObject({ accessToken: 'minted-2' });
  });

  it('fails as the secret store does, without a mint', async () => {
    const failure = new Error('AccessDenied');
    secret.read = () => Promise.reject(failure);

    await expect(source.current()).rejects.toBe(failure);
    expect(mints).toEqual([]);
  });
});

describe('a token that the API refused', () => {
  it('is replaced by the stored one when that has changed since, without a mint', async () => {
    store('stored');
    const failed = await source.current();
    store('renewed');

    expect(await source.replace(failed)).toMatchObject({ accessToken: 'renewed', versionId: 'v2' });
    expect(mints).toEqual([]);
  });

  it('is replaced by a mint that is told which version failed, when nothing has changed', async () => {
    store('stored');
    const failed = await source.current();

    expect(await source.replace(failed)).toMatchObject({ accessToken: 'minted-1', versionId: 'v2' });
    expect(mints).toEqual(['v1']);
    expect(await source.current()).toMatchObject({ accessToken: 'minted-1' });
  });

  it('is replaced once for many calls that come together', async () => {
    store('stored');
    const failed = await source.current();

    const others = await Promise.all(Array.from({ length: 50 }, () => source.replace(failed)));

    expect(new Set(others.map(({ versionId }) => versionId))).toEqual(new Set(['v2']));
    expect(mints).toEqual(['v1']);
  });

  it('is not replaced again for a call that comes late with it', async () => {
    store('stored');
    const failed = await source.current();
    await source.replace(failed);
    const reads = secret.reads;

    expect(await source.replace(failed)).toMatchObject({ versionId: 'v2' });
    expect(secret.reads).toBe(reads);
    expect(mints).toEqual(['v1']);
  });

  it('is not replaced by one in memory that has ended meanwhile', async () => {
    store('stored');
    const failed = await source.current();
    await source.replace(failed);
    time.pass(3_600_000);

    expect(await source.replace(failed)).toMatchObject({ accessToken: 'minted-2' });
  });

  it('is never given back to the call that reported it, even when another call is reading it just then', async () => {
    store('stored', 3_600);
    const failed = { accessToken: 'stored', expiresAt: new Date('2026-01-01T09:00:00Z'), versionId: 'v1' };

    const [current, other] = await Promise.all([source.current(), source.replace(failed)]);

    expect(current.versionId).toBe('v1');
    expect(other.versionId).toBe('v2');
  });

  it('is left for later when the stored one stays the same after a mint', async () => {
    store('stored');
    const failed = await source.current();
    mint = async () => {};

    await expect(source.replace(failed)).rejects.toThrow(RetryLater);
    expect(mints).toEqual(['v1']);
  });
});
