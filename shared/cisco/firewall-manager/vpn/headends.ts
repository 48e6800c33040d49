import { z } from 'zod';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { readPages } from '../read-pages.ts';

/** A firewall of the tenant. */
export const deviceUidSchema = z.guid().brand<'DeviceUid'>();
export type DeviceUid = z.infer<typeof deviceUidSchema>;

/** Largest page of devices. */
const largestPage = 200;

/** Roles of devices to which people connect. The older member has one of them, the newer all. */
const headendRoles: ReadonlySet<string> = new Set([
  'FTD_RA_VPN_HEADEND',
  'ASA_RA_VPN_HEADEND',
  'ANYCONNECT_VPN_HEAD_END',
]);

const deviceSchema = z.object({
  uid: deviceUidSchema.optional().catch(undefined),
  deviceRole: z.string().optional().catch(undefined),
  deviceRoles: z.array(z.string()).nullish().catch(undefined),
});

/**
 * The firewalls of the tenant that people connect to by VPN: `GET /v1/inventory/devices`. Only these can be asked for
 * their sessions.
 */
export async function readVpnHeadends(client: FirewallManagerClient): Promise<DeviceUid[]> {
  const devices = await readPages(client, 'v1/inventory/devices', deviceSchema, largestPage);
  return devices.flatMap(({ uid, deviceRole, deviceRoles }) => {
    const roles = [deviceRole, ...(deviceRoles ?? [])];
    return uid !== undefined && roles.some((role) => role !== undefined && headendRoles.has(role))
      ? [uid]
      : [];
  });
}
