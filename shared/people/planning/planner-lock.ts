import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';

export type PlannerTurn =
  | { readonly kind: 'acquired'; release(): Promise<void> }
  | { readonly kind: 'held'; readonly until: Date };

/** One planner at a time: what one decides depends on what all others have recorded. */
export interface PlannerLock {
  tryAcquire(): Promise<PlannerTurn>;
}

/** Between two looks whether the lock is free. */
const lookEveryMilliseconds = 1_000;

/**
 * Waits until the lock is free: mostly that is sooner than having messages come again.
 * @param waitUntil at the longest
 */
export async function waitForPlanner(
  lock: PlannerLock,
  { clock, sleep, waitUntil }: { clock: Clock; sleep: Sleep; waitUntil: Date },
): Promise<PlannerTurn> {
  for (;;) {
    const turn = await lock.tryAcquire();
    const isOver = clock.now().getTime() + lookEveryMilliseconds > waitUntil.getTime();
    if (turn.kind === 'acquired' || isOver) return turn;
    await sleep(lookEveryMilliseconds);
  }
}
