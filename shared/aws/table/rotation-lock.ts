import type { OrganisationName } from '../../config/names.ts';
import type { RotationLock } from '../../credentials/rotate-requested.ts';
import { keys } from './keys.ts';
import type { LeaseLock } from './lease-lock.ts';

/**
 * One rotation of a credential at a time, by a lock in the table.
 * @param credential its part of the lock's key: `secure-access-key`
 * @param leaseUntil beyond the end of this invocation, so that a lock ends only after its holder has
 */
export function tableRotationLock(lock: LeaseLock, credential: string, leaseUntil: Date): RotationLock {
  return async (organisation: OrganisationName) => {
    const answer = await lock.tryAcquire(keys.rotation(organisation, credential), leaseUntil);
    return answer.kind === 'held' ? answer : { kind: 'acquired', release: () => lock.release(answer.lease) };
  };
}
