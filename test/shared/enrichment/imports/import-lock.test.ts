import { describe, expect, it } from 'vitest';
import { withImportLock } from '#shared/enrichment/imports/import-lock.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemoryImportLock } from './in-memory-imports.ts';

function bench() {
  const time = new AdvancingTime();
  const lock = new InMemoryImportLock(time);
  return {
    time,
    lock,
    ports: {
      lock: lock.forFunction({ lastsSeconds: 120 }),
      clock: time,
      sleep: time.sleep,
      until: new Date(time.now().getTime() + 10_000),
    },
  };
}

async function fail(error: unknown): Promise<never> {
  throw error;
}

describe('the lock of an import', () => {
  it('is held during the work and free after it', async () => {
    const { lock, ports } = bench();

    expect(await withImportLock(ports, async () => lock.isHeld)).toBe(true);
    expect(lock.isHeld).toBe(false);
  });

  it.each([
    ['nothing was sent', new RetryLater('429', { retryAfterSeconds: 3_557 }), false],
    ['anything else went wrong', new TypeError('a bug'), false],
    ['the answer was lost', new OutcomeUnknown('lost'), true],
    [
      'the answer was lost and the work is left for later',
      new RetryLater('later', { cause: new OutcomeUnknown('lost') }),
      true,
    ],
  ])('when %s is kept only as long as it is in doubt what was stored', async (_case, error, isKept) => {
    const { time, lock, ports } = bench();

    await expect(withImportLock(ports, () => fail(error))).rejects.toBe(error);

    expect(lock.isHeld).toBe(isKept);
    time.pass(120_000);
    expect(lock.isHeld).toBe(false);
  });

  it('is waited for until there would be no time to work', async () => {
    const { time, lock, ports } = bench();
    await lock.forFunction({ lastsSeconds: 5 }).tryAcquire();
    expect(await withImportLock(ports, async () => 'done')).toBe('done');

    await lock.forFunction({ lastsSeconds: 60 }).tryAcquire();
    await expect(withImportLock(ports, async () => 'done')).rejects.toThrow(RetryLater);
    expect(time.now()).toEqual(ports.until);
  });
});
