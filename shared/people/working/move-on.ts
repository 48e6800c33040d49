import { RetryLater } from '../../errors/retry-later.ts';
import type { PeopleChanges } from '../changes/people-changes.ts';
import type { ChangeStanding, PersonChange } from '../changes/person-change.ts';

/**
 * Moves a change on.
 * @throws RetryLater when somebody else has moved it meanwhile: the task comes again, and is decided about anew
 */
export async function moveOn<To extends ChangeStanding>(
  changes: PeopleChanges,
  change: PersonChange,
  to: To,
): Promise<PersonChange<To>> {
  const moved = await changes.move(change, to);
  if (moved !== 'contested') return moved;
  throw new RetryLater(`The change ${change.changeId} was moved on by somebody else meanwhile.`, {
    retryAfterSeconds: 1,
  });
}
