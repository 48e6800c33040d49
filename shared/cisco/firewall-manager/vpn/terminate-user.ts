import { RefusedInput } from '../../../errors/refused-input.ts';
import { type UserName, userNameSchema } from '../../../people/user-name.ts';
import { pathSegment } from '../../http/path-segment.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { type Transaction, transactionSchema } from '../transactions.ts';
import { type DeviceUid, deviceUidSchema } from './headends.ts';

/**
 * Starts to end all sessions of one user on one firewall:
 * `POST /v1/vpnsessions/{deviceUid}/terminate/{userName}`. Without the user name the very same path ends everybody's
 * sessions there, so it is built in one place and always with a name. Repeating it does no harm.
 * @throws RefusedInput before anything is sent, if there is no name or no device, whatever the types said
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export function terminateUser(
  client: FirewallManagerClient,
  deviceUid: DeviceUid,
  userName: UserName,
): Promise<Transaction> {
  return client.send(
    {
      method: 'POST',
      path: terminatePath(deviceUid, userName),
      repetition: 'repeatable',
      expected: [202],
    },
    transactionSchema,
  );
}

/** The path of the call, whose last segment is always a name. */
export function terminatePath(deviceUid: DeviceUid, userName: UserName): string {
  const device = deviceUidSchema.safeParse(deviceUid);
  const user = userNameSchema.safeParse(userName);
  if (device.success && user.success) {
    return `v1/vpnsessions/${pathSegment(device.data)}/terminate/${pathSegment(user.data)}`;
  }
  throw new RefusedInput(
    `Ending VPN sessions needs a firewall's uid and a user name, and got ${JSON.stringify([deviceUid, userName])}. Nothing was sent, since the path without a user name ends everybody's sessions.`,
  );
}
