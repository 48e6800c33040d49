import type { ImportLock } from '../../enrichment/imports/import-lock.ts';
import type { Key } from './keys.ts';
import type { LeaseLock } from './lease-lock.ts';

/**
 * A lock in the table for writing to private intelligence.
 * @param key what is written about: `keys.incidentWriter` or `keys.writeBack`
 * @param leaseUntil beyond the end of this invocation by at least `importLockMarginMilliseconds`
 */
export function tableImportLock(lock: LeaseLock, key: Key, leaseUntil: Date): ImportLock {
  return {
    async tryAcquire() {
      const answer = await lock.tryAcquire(key, leaseUntil);
      if (answer.kind === 'held') return answer;
      return { kind: 'acquired', release: () => lock.release(answer.lease) };
    },
  };
}
