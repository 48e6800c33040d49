import type { ChangeOutcome } from '../../../people/change-outcome.ts';
import type { PresentPerson } from '../../../people/directory.ts';
import type { Role, Roles } from '../../../people/roles.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { settledChange } from '../settled-change.ts';
import { changeAssignment } from './change-assignment.ts';
import { listRoles } from './list-roles.ts';
import { rolesOfGroup } from './roles-of-group.ts';

/** How a user is named in a call about roles. */
type UserName = 'listedAs' | 'id';

/**
 * The roles of a Security Cloud Control organisation.
 *
 * Users are named by e-mail address and, where the platform refuses that, by their id; which of the two it takes is
 * found out once, so that every later change that succeeds is one request.
 */
export function platformRoles(client: AuthorisedPlatformClient): Roles {
  let understood: UserName | undefined;

  return {
    available: () => listRoles(client),
    of: ({ id }) => listRoles(client, id),
    ofGroup: ({ id }) => rolesOfGroup(client, id),
    assign: (role, person) => changed('add', role, person),
    withdraw: (role, person) => changed('remove', role, person),
  };

  async function changed(
    operation: 'add' | 'remove',
    role: Role,
    person: PresentPerson,
  ): Promise<ChangeOutcome> {
    const names: readonly UserName[] = understood ? [understood] : ['listedAs', 'id'];
    const reasons: string[] = [];
    for (const name of names) {
      const outcome = await settledChange(
        () => changeAssignment(client, role.id, { operation, user: person[name] }),
        async () => {
          const roles = await listRoles(client, person.id);
          return roles.some(({ id }) => id === role.id) === (operation === 'add');
        },
      );
      if (outcome.result === 'changed') understood = name;
      if (outcome.result !== 'refused') return outcome;
      reasons.push(outcome.reason);
    }
    return { result: 'refused', reason: [...new Set(reasons)].join('; named by id: ') };
  }
}
