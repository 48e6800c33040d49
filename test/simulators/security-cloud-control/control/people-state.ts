import type { Group } from '../people/groups.ts';
import type { People } from '../people/people.ts';
import type { Role } from '../people/roles.ts';
import type { User } from '../people/users.ts';

export interface PeopleState {
  readonly users: readonly (Pick<User, 'id' | 'email' | 'type' | 'status' | 'invitationsSent'> & {
    /** Names of the groups that the user is in. */
    readonly groups: readonly string[];
    /** Display names of the roles that the user has without a group, each with its products. */
    readonly roles: readonly string[];
  })[];
  readonly groups: readonly (Pick<Group, 'id' | 'name' | 'type'> & {
    /** Display names of the roles that its members have, each with its products. */
    readonly roles: readonly string[];
  })[];
}

/** People and their rights at a glance. */
export function peopleState({
  users,
  groups,
  roles,
}: Pick<People, 'users' | 'groups' | 'roles'>): PeopleState {
  return {
    users: users.all().map(({ id, email, type, status, invitationsSent }) => ({
      id,
      email,
      type,
      status,
      invitationsSent,
      groups: groups.ofUser(id).map(({ name }) => name),
      roles: roles
        .all()
        .filter(({ userIds }) => userIds.has(id))
        .map(roleInWords),
    })),
    groups: groups.all().map(({ id, name, type }) => ({
      id,
      name,
      type,
      roles: roles
        .all()
        .filter(({ groupIds }) => groupIds.has(id))
        .map(roleInWords),
    })),
  };
}

function roleInWords({ displayName, products }: Role): string {
  return `${displayName} (${products.map(({ name }) => name).join(', ')})`;
}
