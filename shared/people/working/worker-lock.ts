import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';

/** Between two looks whether the lock is free. */
const lookEveryMilliseconds = 3_000;

export interface WorkerTurn {
  readonly kind: 'acquired';
  /** Lets the next worker begin. */
  release(): Promise<void>;
}

export type TurnAnswer = WorkerTurn | { readonly kind: 'held'; readonly until: Date };

/** One worker at a time lets people in or cuts them off: the calls of two would exceed the rate limits together. */
export interface WorkerLock {
  tryAcquire(): Promise<TurnAnswer>;
}

/**
 * Waits until the lock is free. Whoever holds it mostly lets it go long before it ends, so that waiting here is sooner
 * than having a message come again.
 * @param waitUntil at the longest
 */
export async function waitForTurn(
  lock: WorkerLock,
  { clock, sleep, waitUntil }: { clock: Clock; sleep: Sleep; waitUntil: Date },
): Promise<TurnAnswer> {
  for (;;) {
    const answer = await lock.tryAcquire();
    const isOver = clock.now().getTime() + lookEveryMilliseconds > waitUntil.getTime();
    if (answer.kind === 'acquired' || isOver) return answer;
    await sleep(lookEveryMilliseconds);
  }
}
