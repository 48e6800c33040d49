import type { PeopleChanges } from '../changes/people-changes.ts';
import type { PersonChange } from '../changes/person-change.ts';

/** Looks, each time it is called, whether a change is still the current one and stands as it does here. */
export function stillStands(
  { changeId, revision, request }: PersonChange,
  changes: PeopleChanges,
): () => Promise<boolean> {
  return async () => {
    const current = await changes.find(request.email);
    return current?.changeId === changeId && current.revision === revision;
  };
}
