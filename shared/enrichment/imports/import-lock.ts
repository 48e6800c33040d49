import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';

/** Lets one function at a time write about the same things. */
export interface ImportLock {
  tryAcquire(): Promise<
    { readonly kind: 'acquired'; release(): Promise<void> } | { readonly kind: 'held'; readonly until: Date }
  >;
}

/**
 * How much longer than its holder a lock must last, in milliseconds: until the search index of private intelligence
 * knows what a holder has stored that died before it could record it. An import finds what exists by that index.
 */
export const importLockMarginMilliseconds = 90_000;

/** How often a waiting function asks whether the lock is free, in milliseconds. */
const pollMilliseconds = 250;

/** What a function waits at least that was not given the lock, in seconds. */
const restSeconds = 5;

/**
 * Does `work` while nobody else does any under the same lock. The lock is kept when the answer to a write was lost: it
 * ends by itself, once the index knows what was stored.
 * @param ports.until when waiting must end, so that there is time left to work
 * @throws RetryLater when another function is at work for too long
 */
export async function withImportLock<T>(
  ports: { lock: ImportLock; clock: Clock; sleep: Sleep; until: Date },
  work: () => Promise<T>,
): Promise<T> {
  const { release } = await waitForLock(ports);
  let isInDoubt = false;
  try {
    return await work();
  } catch (error) {
    isInDoubt = isOfLostAnswer(error);
    throw error;
  } finally {
    if (!isInDoubt) await release();
  }
}

async function waitForLock(ports: { lock: ImportLock; clock: Clock; sleep: Sleep; until: Date }) {
  for (;;) {
    const answer = await ports.lock.tryAcquire();
    if (answer.kind === 'acquired') return answer;
    if (ports.clock.now() >= ports.until) {
      throw new RetryLater('Another function is writing to private intelligence; this work waits its turn.', {
        retryAfterSeconds: restSeconds,
      });
    }
    await ports.sleep(pollMilliseconds);
  }
}

function isOfLostAnswer(error: unknown): boolean {
  return error instanceof OutcomeUnknown || (error instanceof Error && error.cause instanceof OutcomeUnknown);
}
