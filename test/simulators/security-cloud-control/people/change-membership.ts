import { enable } from './change-user.ts';
import { disabledUsersGroupId } from './disabled-users-group.ts';
import type { Group } from './groups.ts';
import { type ItemOutcome, itemDone, itemFailed } from './item-results.ts';
import type { People } from './people.ts';
import { withoutUser, withUser } from './with-user.ts';

/** Adds a user to a group or takes one out. */
export function changeMembership(
  group: Group,
  { operation, id: email }: { readonly operation: 'add' | 'remove'; readonly id: string },
  people: People,
): ItemOutcome {
  const user = people.users.findByEmail(email);
  if (!user) return itemFailed('User not found in organization');
  if (group.id === disabledUsersGroupId && operation === 'remove') return enable(user, people);
  if (group.type !== 'Local') return itemFailed(`Members of a ${group.type} group cannot be changed`);
  // The items before this one may have changed the group.
  const present = people.groups.find(group.id) ?? group;
  const isMember = present.userIds.has(user.id);
  if (operation === 'add') {
    if (isMember) return itemFailed('User is already a member of the group');
    people.groups.put(withUser(present, user.id));
  } else {
    if (!isMember) return itemFailed('User is not a member of the group');
    people.groups.put(withoutUser(present, user.id));
  }
  return itemDone;
}
