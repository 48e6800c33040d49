import type { BlockStore } from '../blocking/block-store.ts';
import { waitForLock } from '../blocking/wait-for-lock.ts';
import type { ComparableList, ReconciliationPorts } from './reconciliation-ports.ts';

/** Longest holding of the lock, in milliseconds: a function that dies with it keeps the block worker out so long. */
const longestHoldMilliseconds = 30_000;

/**
 * Does a short piece of work as the only writer of the list's organisation.
 * @throws RetryLater when another writer does not let go in time
 */
export async function underLock<T>(
  { organisation }: Pick<ComparableList, 'organisation'>,
  { lockUntil, clock, sleep, finishBy }: ReconciliationPorts,
  work: (store: BlockStore) => Promise<T>,
): Promise<T> {
  const lock: ReturnType<typeof lockUntil> = {
    // Each try counts its own time: the first may be long ago when the lock is free at last.
    tryAcquire: (name) =>
      lockUntil(new Date(clock.now().getTime() + longestHoldMilliseconds)).tryAcquire(name),
  };
  const acquired = await waitForLock(organisation, { lock, clock, sleep, until: finishBy });
  try {
    return await work(acquired.store);
  } finally {
    await acquired.release();
  }
}
