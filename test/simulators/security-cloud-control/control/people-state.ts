import type { Cloud } from '../cloud.ts';
import type { Group } from '../people/groups.ts';
import type { User } from '../people/users.ts';

export interface PeopleState {
  readonly users: readonly (Pick<User, 'id' | 'email' | 'type' | 'status' | 'invitationsSent'> & {
    /** Names of the groups that the user is in. */
    readonly groups: readonly string[];
    /** Display names of the roles that the user has without a group, each with its products. */
    readonly roles: readonly string[];
  })[];
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'type'>[];
}

/** People and their rights at a glance. */
export function peopleState({ users, groups, roles }: Cloud): PeopleState {
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
        .map(
          ({ displayName, products }) => `${displayName} (${products.map(({ name }) => name).join(', ')})`,
        ),
    })),
    groups: groups.all().map(({ id, name, type }) => ({ id, name, type })),
  };
}
