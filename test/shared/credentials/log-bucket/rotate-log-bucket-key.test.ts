import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { LogBucketBench } from './log-bucket-bench.ts';

describe('the key of the log bucket', () => {
  it.each([
    [74, false, 'kept'],
    [75, false, 'rotated'],
    [0, true, 'rotated'],
  ])('after %i days, asked for: %s, is %s', async (days, isForced, kind) => {
    const bench = new LogBucketBench();
    bench.time.pass(days * 86_400_000);

    expect(await bench.run({ isForced })).toMatchObject({ kind });
    expect(bench.requested).toBe(kind === 'rotated' ? 2 : 1);
    expect(bench.storedKeyWorks()).toBe(true);
  });

  it('is made when there is none, and its end is told', async () => {
    const bench = new LogBucketBench({ hasKey: false });

    expect(await bench.run()).toEqual({ kind: 'rotated', expiresAt: '2026-04-01T08:00:00.000Z' });
    expect(bench.secret.peek('AWSCURRENT')?.value).toEqual({
      accessKeyId: 'AKIA1',
      secretAccessKey: 'canary-1',
      createdAt: '2026-01-01T08:00:00.000Z',
    });
  });

  it.each(['china', 'government', 'umbrella'] as const)(
    'is not replaced in the edition %s',
    async (edition) => {
      const bench = new LogBucketBench();
      await expect(bench.run({ edition, isForced: true })).rejects.toThrow(ConfigurationProblem);
      expect(bench.requested).toBe(1);
    },
  );

  it('is stored with patience', async () => {
    const bench = new LogBucketBench();
    const versions = Object.assign(bench.secret, { put: failing(bench.secret, [2, 3]) });

    expect(await bench.run({ isForced: true }, bench.ports({ versions }))).toMatchObject({
      kind: 'rotated',
    });
    expect(bench.time.slept).toEqual([1_000, 2_000]);
    expect(bench.storedKeyWorks()).toBe(true);
  });

  it('that could not be stored is followed by another one, whatever its age, and no error holds it', async () => {
    const bench = new LogBucketBench();
    const versions = Object.assign(bench.secret, { put: failing(bench.secret, [2, 3, 4, 5, 6]) });

    const error = await bench
      .run({ isForced: true }, bench.ports({ versions }))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RetryLater);
    expect(inspect(error, { depth: 10 })).not.toContain('canary');
    expect(bench.storedKeyWorks()).toBe(false);

    expect(await bench.run()).toMatchObject({ kind: 'rotated' });
    expect(bench.storedKeyWorks()).toBe(true);
  });

  it('that a person stores meanwhile is kept until the next run, which asks for one that surely works', async () => {
    const bench = new LogBucketBench();
    const ports = bench.ports();
    const requestKey = async () => {
      const key = await ports.requestKey();
      const createdAt = bench.time.now().toISOString();
      bench.secret.paste({ accessKeyId: 'AKIAX', secretAccessKey: 'x', createdAt });
      return key;
    };

    expect(await bench.run({ isForced: true }, { ...ports, requestKey })).toEqual({ kind: 'overtaken' });
    expect(await bench.run()).toMatchObject({ kind: 'rotated' });
    expect(bench.storedKeyWorks()).toBe(true);
  });
});

/** The secret's `put`, whose calls with these numbers fail. */
function failing(secret: LogBucketBench['secret'], calls: readonly number[]): typeof secret.put {
  const put = secret.put.bind(secret);
  let count = 0;
  return async (...parameters) => {
    count += 1;
    if (calls.includes(count)) throw new Error('throttled');
    await put(...parameters);
  };
}
