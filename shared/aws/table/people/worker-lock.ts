import type { WorkerLock } from '../../../people/working/worker-lock.ts';
import { keys } from '../keys.ts';
import type { LeaseLock } from '../lease-lock.ts';

/**
 * The lock of those who let people in and cut them off, in the table.
 * @param leaseUntil beyond the end of this invocation, so that the lock ends only after its holder has
 */
export function tableWorkerLock(lock: LeaseLock, leaseUntil: Date): WorkerLock {
  return {
    async tryAcquire() {
      const answer = await lock.tryAcquire(keys.peopleWorker(), leaseUntil);
      if (answer.kind === 'held') return answer;
      return { kind: 'acquired', release: () => lock.release(answer.lease) };
    },
  };
}
