import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import { type ItemOutcome, itemDone, itemFailed } from './item-results.ts';
import { newUser } from './new-user.ts';
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
export function changeUser(change: UserChange, cloud: Cloud): ItemOutcome {
  const user = cloud.users.findByEmail(change.email);
  if (change.operation === 'invite') return invite(change, user, cloud);
  if (!user) return itemFailed(`Failed to ${change.operation} user: User not found in organization`);
  switch (change.operation) {
    case 'remove':
      return remove(user, cloud);
    case 'disable':
      return disable(user, cloud);
    case 'enable':
      return enable(user, cloud);
    case 'resend_email_invite':
      return isPending(user) ? invited(user, cloud) : itemFailed('User has no pending invitation');
  }
}

function invite(
  { email, firstName, lastName }: Extract<UserChange, { operation: 'invite' }>,
  user: User | undefined,
  cloud: Cloud,
): ItemOutcome {
  if (!user) return invited(newUser({ email, firstName, lastName }, cloud.clock.now()), cloud);
  if (cloud.settings.inviteOfMember === 'fails') return itemFailed('User already exists in organization');
  return isPending(user) ? invited(user, cloud) : itemDone;
}

function invited(user: User, cloud: Cloud): ItemOutcome {
  cloud.users.put({ ...user, invitationsSent: user.invitationsSent + 1 });
  return itemDone;
}

function remove({ email, id }: User, cloud: Cloud): ItemOutcome {
  cloud.users.delete(email);
  if (cloud.settings.afterRemoval === 'rights-lost') {
    cloud.groups.forgetUser(id);
    cloud.roles.forgetUser(id);
  }
  return itemDone;
}

function disable(user: User, cloud: Cloud): ItemOutcome {
  if (user.type === 'Shared') return itemFailed('User belongs to another organization');
  if (isDisabled(user)) return itemFailed('User is already disabled');
  const status = cloud.settings.disabledUserStatus;
  cloud.users.put({
    ...user,
    status,
    statusWhenEnabled: user.status,
    statusChanged: cloud.clock.now(),
  });
  return itemDone;
}

/** Enables a disabled user; taking one out of the group of the disabled does the same. */
export function enable(user: User, cloud: Cloud): ItemOutcome {
  if (!isDisabled(user)) return itemFailed('User is not disabled');
  cloud.users.put({ ...user, status: user.statusWhenEnabled, statusChanged: cloud.clock.now() });
  return itemDone;
}
