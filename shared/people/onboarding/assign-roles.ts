import { roleNamed } from '../role-named.ts';
import type { StepResult } from '../working/step.ts';
import { grantEach } from './grant-each.ts';
import { type Joiner, listedJoiner } from './joiner.ts';

/** Gives the joiner the roles of the profile. Roles that they have besides, by a group for one, are left alone. */
export async function assignRoles(joiner: Joiner): Promise<StepResult> {
  const wanted = joiner.profile.roles;
  if (wanted.length === 0) return { result: 'not-needed', summary: 'the profile names no role' };
  const { roles } = joiner.places;
  const person = await listedJoiner(joiner);
  const available = await roles.available();
  const current = new Set((await roles.of(person)).map(({ id }) => id));
  return grantEach(
    'roles',
    wanted.map(({ product, role: displayName }) => ({
      name: `${displayName} (${product})`,
      give: async () => {
        const role = roleNamed(available, { product, displayName });
        return current.has(role.id) ? { result: 'already' } : roles.assign(role, person);
      },
    })),
  );
}
