import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { WriterLock } from '../../iocs/blocking/block-store.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import { tableBlockStore } from './block-store.ts';
import { FencedWrites } from './fenced-writes.ts';
import { keys } from './keys.ts';
import { LeaseLock } from './lease-lock.ts';

/**
 * The writer lock in the table.
 * @param options.leaseUntil beyond the end of this invocation, so that a lease ends only after its worker has
 */
export function tableWriterLock(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  clock: Clock;
  sleep: Sleep;
  leaseUntil: Date;
}): WriterLock {
  const { documents, tableName, sleep } = options;
  const lock = new LeaseLock(options);

  return {
    async tryAcquire(organisation) {
      const answer = await lock.tryAcquire(keys.writer(organisation), options.leaseUntil);
      if (answer.kind === 'held') return answer;
      const { lease } = answer;
      const writes = new FencedWrites({ documents, tableName, lease, sleep });
      return {
        kind: 'acquired',
        store: tableBlockStore({ documents, tableName, organisation, writes }),
        release: () => lock.release(lease),
      };
    },
  };
}
