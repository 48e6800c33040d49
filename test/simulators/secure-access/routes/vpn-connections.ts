import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { Cloud } from '../cloud.ts';
import { keyAdminError } from '../error-envelopes.ts';
import { vpnListQuerySchema } from '../pagination.ts';
import type { Route } from '../route.ts';
import type { VpnConnection } from '../vpn-connections.ts';

const template = '/admin/v2/vpn/userConnections';
const guarded = { access: 'bearer-token', rateLimit: 'admin', envelope: keyAdminError, template } as const;

/** Who is connected by VPN, and the end of that. */
export const vpnConnectionRoutes: readonly Route[] = [
  { ...guarded, method: 'GET', scope: 'admin.vpn:read', handle: listConnections },
  { ...guarded, method: 'PUT', scope: 'admin.vpn:write', handle: disconnect },
];

/** Only `action` is demanded, as in the description: a body without a target disconnects everybody here. */
const disconnectSchema = z.strictObject({
  action: z.literal('disconnect'),
  usernames: z.array(z.string()).max(500).default([]),
  sessions: z.array(z.string()).default([]),
  region: z.string().optional(),
  profileName: z.string().optional(),
});

function listConnections(request: ApiRequest, cloud: Cloud): Answer {
  const query = vpnListQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return keyAdminError(400, z.prettifyError(query.error));
  const { offset, limit, usernames } = query.data;
  const isFiltered = usernames !== undefined && cloud.settings.vpnUserFilter === 'applies';
  const connections = cloud.vpn
    .all()
    .filter(({ username }) => !isFiltered || usernames.split(',').includes(username));
  const page = connections.slice(offset, offset + limit);
  return ok({ offset, limit, total: connections.length, data: page.map(connectionBody) });
}

function disconnect(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, disconnectSchema);
  if (!body.ok) return keyAdminError(400, body.problem);
  const { usernames, sessions, region, profileName } = body.value;
  const failed = cloud.vpn.disconnect({ usernames, sessions, region, profileName }, cloud.clock.now());
  if (failed.length === 0) {
    return ok({ statusCode: '200', message: 'Successfully disconnected the VPN sessions.' });
  }
  const message = 'Some of the VPN sessions were not disconnected.';
  return {
    status: cloud.settings.partialDisconnectStatus,
    body: { statusCode: '207', message, failed: { usernames: failed, sessions: [] } },
  };
}

function connectionBody(connection: VpnConnection) {
  const { username, deviceName, publicIp, sessionId, loginTime, profileName } = connection;
  return { username, deviceName, publicIp, sessionId, loginTime: loginTime.toISOString(), profileName };
}
