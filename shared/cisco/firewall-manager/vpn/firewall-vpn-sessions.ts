import { isNonEmpty } from '../../../non-empty.ts';
import type { NotRemoved } from '../../../people/remove-until-none-left.ts';
import type { SessionPlace } from '../../../people/sessions/session-place.ts';
import type { Clock } from '../../../time/clock.ts';
import type { Sleep } from '../../../time/sleep.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { followTransaction, type Patience } from '../transactions.ts';
import { type DeviceUid, readVpnHeadends } from './headends.ts';
import { type FirewallSession, readFirewallSessions } from './read-sessions.ts';
import { terminateUser } from './terminate-user.ts';

/**
 * The remote-access VPN of all firewalls as a place of sessions. Sessions are ended for one user on one firewall at a
 * time, and each command is followed to its end. The firewalls are looked up once.
 */
export function firewallVpnSessions(options: {
  client: FirewallManagerClient;
  clock: Clock;
  sleep: Sleep;
  /** With each command. */
  patience?: Patience;
}): SessionPlace<FirewallSession> {
  const { client } = options;
  let known: readonly DeviceUid[] | undefined;
  return {
    async list(users) {
      known ??= await readVpnHeadends(client);
      return isNonEmpty(known) ? readFirewallSessions(client, { users, headends: known }, options) : [];
    },
    async end(sessions) {
      const notRemoved: NotRemoved[] = [];
      for (const { deviceUid, userName } of onePerUserAndFirewall(sessions)) {
        const end = await followTransaction(
          client,
          await terminateUser(client, deviceUid, userName),
          options,
        );
        if (end.result === 'done') continue;
        const reason = end.result === 'failed' ? end.reason : 'the command is still running';
        notRemoved.push({ what: `${userName} on the firewall ${deviceUid}`, reason });
      }
      return notRemoved;
    },
  };
}

function onePerUserAndFirewall(sessions: readonly FirewallSession[]): FirewallSession[] {
  const byPair = new Map(sessions.map((session) => [`${session.deviceUid} ${session.userName}`, session]));
  return [...byPair.values()];
}
