import { chunksOf } from '../../../non-empty.ts';
import type { NotRemoved } from '../../../people/remove-until-none-left.ts';
import type { Session, SessionPlace } from '../../../people/sessions/session-place.ts';
import type { UserName } from '../../../people/user-name.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { disconnectUsers, mostUsersPerDisconnect } from './disconnect-users.ts';
import { readVpnConnections } from './vpn-connections.ts';

/** Users asked for at once: their names stand in the address, which gateways take up to 8,000 bytes or so. */
const mostUsersPerList = 100;

/**
 * The VPN of Secure Access as a place of sessions.
 * @param client at the pace of the admin API
 */
export function vpnSessions(client: AuthorisedClient): SessionPlace {
  return {
    async list(users) {
      const sessions: Session[] = [];
      for (const asked of chunksOf(users, mostUsersPerList)) {
        sessions.push(...(await readVpnConnections(client, asked)));
      }
      return sessions;
    },
    async end(sessions) {
      const users = new Set<UserName>(sessions.map(({ userName }) => userName));
      const notRemoved: NotRemoved[] = [];
      for (const disconnected of chunksOf([...users], mostUsersPerDisconnect)) {
        notRemoved.push(...(await disconnectUsers(client, disconnected)));
      }
      return notRemoved;
    },
  };
}
