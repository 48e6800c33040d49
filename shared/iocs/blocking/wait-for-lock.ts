import type { OrganisationName } from '../../config/names.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { LockAnswer, WriterLock } from './block-store.ts';

/** How often a waiting writer asks whether the lock is free, in milliseconds. */
const pollMilliseconds = 250;

/**
 * Becomes the only writer of an organisation's lists.
 * @param ports.until when waiting must end, so that there is time left to work
 * @throws RetryLater when another writer is at work for too long
 */
export async function waitForLock(
  organisation: OrganisationName,
  ports: { lock: WriterLock; clock: Clock; sleep: Sleep; until: Date },
): Promise<Extract<LockAnswer, { kind: 'acquired' }>> {
  for (;;) {
    const answer = await ports.lock.tryAcquire(organisation);
    if (answer.kind === 'acquired') return answer;
    if (ports.clock.now() >= ports.until) {
      throw new RetryLater(
        `Another worker is writing the lists of organisation ${organisation}; this work waits its turn.`,
        { retryAfterSeconds: 5 },
      );
    }
    await ports.sleep(pollMilliseconds);
  }
}
