import { sha256Of } from '../../http/bearer-token.ts';
import type { User } from './users.ts';

/**
 * A user as they are when they are new, with ids of their address: whoever is removed and invited anew is the same
 * identity. Give what differs.
 */
export function newUser(
  named: Pick<User, 'email' | 'firstName' | 'lastName'>,
  now: Date,
  other: Partial<User> = {},
): User {
  const hash = sha256Of(named.email.toLowerCase());
  const blocks = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return {
    id: `00u${hash.slice(0, 17)}`,
    uuid: `${blocks.join('-')}-${hash.slice(20, 32)}`,
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
