import { type Role, roleIdSchema } from '../../roles.ts';
import { notListed, type UndoStep } from '../former-leaver.ts';
import { giveBackEach } from './give-back-each.ts';

/** Assigns the roles again that were withdrawn. One that the person has by a group is there already. */
export const giveBackRoles: UndoStep = async ({ request, places: { directory, roles }, taken }) => {
  if (!taken.roles?.length) return { result: 'not-needed', summary: 'no role was taken away' };
  const person = await directory.find(request.email);
  if (person.state === 'absent') return notListed;
  const current = new Set((await roles.of(person)).map(({ id }) => id));
  return giveBackEach(
    taken.roles.map(({ id, name }) => {
      // The name that was put down has the products in it; the call needs the id alone.
      const role: Role = { id: roleIdSchema.parse(id), displayName: name, products: [] };
      return { name, isThere: current.has(role.id), give: () => roles.assign(role, person) };
    }),
  );
};
