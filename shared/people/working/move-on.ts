import { RetryLater } from '../../errors/retry-later.ts';
import type { PeopleChanges } from '../changes/people-changes.ts';
import type { Approval, ChangeStanding, PersonChange } from '../changes/person-change.ts';

/**
 * Moves a change on.
 * @param approval of a person, where the fuses held it until now
 * @throws RetryLater when somebody else has moved it meanwhile: the task comes again, and is decided about anew
 */
export async function moveOn<To extends ChangeStanding>(
  changes: PeopleChanges,
  change: PersonChange,
  to: To,
  approval?: Approval,
): Promise<PersonChange<To>> {
  const moved = await changes.move(change, to, approval);
  if (moved !== 'contested') return moved;
  throw new RetryLater(`The change ${change.changeId} was moved on by somebody else meanwhile.`, {
    retryAfterSeconds: 1,
  });
}
