import { z } from 'zod';
import { type ItemOutcome, itemDone, itemFailed } from './item-results.ts';
import { newUser } from './new-user.ts';
import type { People } from './people.ts';
import { isDisabled, isPending, type User } from './users.ts';

/** One item of a change of users. The simulator leaves passwords and factors alone. */
export const userChangeSchema = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('invite'),
    email: z.email(),
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    isAdmin: z.boolean().optional(),
  }),
  z.strictObject({
    operation: z.enum(['remove', 'disable', 'enable', 'resend_email_invite']),
    email: z.email(),
  }),
]);

export type UserChange = z.infer<typeof userChangeSchema>;

/** Carries one item out. */
export function changeUser(change: UserChange, people: People): ItemOutcome {
  const user = people.users.findByEmail(change.email);
  if (change.operation === 'invite') return invite(change, user, people);
  if (!user) return itemFailed(`Failed to ${change.operation} user: User not found in organization`);
  switch (change.operation) {
    case 'remove':
      return remove(user, people);
    case 'disable':
      return disable(user, people);
    case 'enable':
      return enable(user, people);
    case 'resend_email_invite':
      return isPending(user) ? invited(user, people) : itemFailed('User has no pending invitation');
  }
}

function invite(
  { email, firstName, lastName }: Extract<UserChange, { operation: 'invite' }>,
  user: User | undefined,
  people: People,
): ItemOutcome {
  if (!user) return invited(newUser({ email, firstName, lastName }, people.clock.now()), people);
  if (people.settings.inviteOfMember === 'fails') return itemFailed('User already exists in organization');
  return isPending(user) ? invited(user, people) : itemDone;
}

function invited(user: User, people: People): ItemOutcome {
  people.users.put({ ...user, invitationsSent: user.invitationsSent + 1 });
  return itemDone;
}

function remove({ email, id }: User, people: People): ItemOutcome {
  people.users.delete(email);
  if (people.settings.afterRemoval === 'rights-lost') {
    people.groups.forgetUser(id);
    people.roles.forgetUser(id);
  }
  return itemDone;
}

function disable(user: User, people: People): ItemOutcome {
  if (user.type === 'Shared') return itemFailed('User belongs to another organization');
  if (isDisabled(user)) return itemFailed('User is already disabled');
  const status = people.settings.disabledUserStatus;
  people.users.put({
    ...user,
    status,
    statusWhenEnabled: user.status,
    statusChanged: people.clock.now(),
  });
  return itemDone;
}

/** Enables a disabled user; taking one out of the group of the disabled does the same. */
export function enable(user: User, people: People): ItemOutcome {
  if (!isDisabled(user)) return itemFailed('User is not disabled');
  people.users.put({ ...user, status: user.statusWhenEnabled, statusChanged: people.clock.now() });
  return itemDone;
}
