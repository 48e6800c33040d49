import { groupNamed } from '../group-named.ts';
import type { StepResult } from '../working/step.ts';
import { grantEach } from './grant-each.ts';
import { type Joiner, listedJoiner } from './joiner.ts';

/** Makes the joiner a member of the groups of the profile. Groups that they are in besides are left alone. */
export async function addToGroups(joiner: Joiner): Promise<StepResult> {
  const { adminGroups } = joiner.profile;
  if (adminGroups.length === 0) return { result: 'not-needed', summary: 'the profile names no group' };
  const { groups } = joiner.places;
  const person = await listedJoiner(joiner);
  const available = await groups.available();
  const current = new Set((await groups.of(person)).map(({ id }) => id));
  return grantEach(
    'groups',
    adminGroups.map((name) => ({
      name,
      give: async () => {
        const group = groupNamed(available, name);
        return current.has(group.id) ? { result: 'already' } : groups.add(group, person);
      },
    })),
  );
}
