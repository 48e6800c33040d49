import type { PresentPerson } from '../../../people/directory.ts';

const presence = { active: 2, invited: 1, disabled: 0 } as const;

/**
 * Of several entries of one address (somebody may be listed of our own and as shared by another organisation) the one
 * with which the person is in most: nobody is out while one of them lets them in.
 */
export function mostPresent(people: readonly PresentPerson[]): PresentPerson | undefined {
  return people.reduce<PresentPerson | undefined>(
    (most, person) => (most && presence[most.state] >= presence[person.state] ? most : person),
    undefined,
  );
}
