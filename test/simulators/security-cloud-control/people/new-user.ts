import { sha256Of } from '../../http/bearer-token.ts';
import type { User } from './users.ts';
import { uuidOf } from './uuid-of.ts';

/**
 * A user as they are when they are new, with ids of their address: whoever is removed and invited anew is the same
 * identity. Give what differs.
 */
export function newUser(
  named: Pick<User, 'email' | 'firstName' | 'lastName'>,
  now: Date,
  other: Partial<User> = {},
): User {
  const address = named.email.toLowerCase();
  return {
    id: `00u${sha256Of(address).slice(0, 17)}`,
    uuid: uuidOf(address),
    type: 'Local',
    status: 'PROVISIONED',
    statusWhenEnabled: 'ACTIVE',
    created: now,
    statusChanged: now,
    invitationsSent: 0,
    ...named,
    ...other,
  };
}
