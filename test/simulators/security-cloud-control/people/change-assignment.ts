import { type ItemOutcome, itemDone, itemFailed } from './item-results.ts';
import type { People } from './people.ts';
import type { Role } from './roles.ts';
import type { User } from './users.ts';
import { withoutUser, withUser } from './with-user.ts';

/** The user whom an item of a change of roles names, by whatever the switch says. */
export function userNamed(name: string, { users, settings }: People): User | undefined {
  return settings.userInRoleChange === 'email' ? users.findByEmail(name) : users.findById(name);
}

/** Gives a user a role or takes it away. */
export function changeAssignment(
  role: Role,
  { operation, id: name }: { readonly operation: 'add' | 'remove'; readonly id: string },
  people: People,
): ItemOutcome {
  const user = userNamed(name, people);
  if (!user) return itemFailed('User not found in organization');
  // The items before this one may have changed the role.
  const present = people.roles.find(role.id) ?? role;
  const isAssigned = present.userIds.has(user.id);
  if (operation === 'add') {
    if (isAssigned) return itemFailed('User is already assigned to this role');
    people.roles.put(withUser(present, user.id));
  } else {
    if (!isAssigned) return itemFailed('User not assigned to this role');
    people.roles.put(withoutUser(present, user.id));
  }
  return itemDone;
}

/** The roles that the list of a user's roles shows. */
export function rolesOf({ id }: User, { roles, groups, settings }: People): readonly Role[] {
  const groupIds = new Set(groups.ofUser(id).map((group) => group.id));
  return roles
    .all()
    .filter(
      (role) =>
        role.userIds.has(id) ||
        (settings.rolesOfUser === 'own-and-of-groups' &&
          [...role.groupIds].some((groupId) => groupIds.has(groupId))),
    );
}

/** Gives a group a role or takes it away. */
export function changeGrant(
  role: Role,
  { operation, id }: { readonly operation: 'add' | 'remove'; readonly id: string },
  people: People,
): ItemOutcome {
  if (!people.groups.find(id)) return itemFailed('Group not found in organization');
  const present = people.roles.find(role.id) ?? role;
  const isGranted = present.groupIds.has(id);
  if (isGranted === (operation === 'add')) {
    return itemFailed(
      isGranted ? 'Group is already assigned to this role' : 'Group not assigned to this role',
    );
  }
  const others = [...present.groupIds].filter((groupId) => groupId !== id);
  people.roles.put({ ...present, groupIds: new Set(operation === 'add' ? [...others, id] : others) });
  return itemDone;
}
