import type { PlannerLock } from '../../../people/planning/planner-lock.ts';
import { keys } from '../keys.ts';
import type { LeaseLock } from '../lease-lock.ts';

/**
 * The planner's lock in the table.
 * @param leaseUntil beyond the end of this invocation, so that the lock ends only after its holder has
 */
export function tablePlannerLock(lock: LeaseLock, leaseUntil: Date): PlannerLock {
  return {
    async tryAcquire() {
      const answer = await lock.tryAcquire(keys.peoplePlanner(), leaseUntil);
      if (answer.kind === 'held') return answer;
      return { kind: 'acquired', release: () => lock.release(answer.lease) };
    },
  };
}
