import type { BatchId } from '../changes/batch-id.ts';
import type { PeopleChanges } from '../changes/people-changes.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { ChangeIn } from '../working/change-in.ts';

/** Who of a batch waits for a person to decide, at this moment. */
export async function heldInBatch(
  batchId: BatchId,
  people: Pick<PeopleChanges, 'all'>,
): Promise<readonly ChangeIn<'held'>[]> {
  const isHeld = (change: PersonChange): change is ChangeIn<'held'> =>
    change.standing.state === 'held' && change.standing.batchId === batchId;
  const held: ChangeIn<'held'>[] = [];
  for await (const page of people.all()) held.push(...page.filter(isHeld));
  return held;
}
