import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { isHeadend, seededDevices } from '../devices.ts';
import { serviceError } from '../errors.ts';
import { pageQuerySchema } from '../page-query.ts';
import type { Route } from '../route.ts';
import type { VpnSession } from '../vpn-sessions.ts';
import { accepted } from './transactions.ts';

const collection = '/v1/vpnsessions';
const terminate = `${collection}/{deviceUid}/terminate`;

/** Remote-access VPN sessions. Without a user name, a path to end sessions ends everybody's on the device. */
export const vpnSessionRoutes: readonly Route[] = [
  { method: 'GET', template: collection, callers: 'everybody', handle: listSessions },
  { method: 'POST', template: `${collection}/refresh`, callers: 'super-admins', handle: refreshSessions },
  { method: 'POST', template: terminate, callers: 'super-admins', handle: terminateAll },
  { method: 'POST', template: `${terminate}/`, callers: 'super-admins', handle: terminateAll },
  { method: 'POST', template: `${terminate}/{userName}`, callers: 'super-admins', handle: terminateUser },
];

const listQuerySchema = pageQuerySchema(200);
const refreshSchema = z.strictObject({ deviceUids: z.array(z.string()).min(1) });

const headendUids: ReadonlySet<string> = new Set(
  Object.values(seededDevices)
    .filter(isHeadend)
    .map(({ uid }) => uid),
);

function listSessions(request: ApiRequest, cloud: Cloud): Answer {
  const query = listQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset } = query.data;
  const sessions = cloud.vpn.listed();
  const items = sessions.slice(offset, offset + limit).map(sessionBody);
  return ok({ count: sessions.length, limit, offset, items });
}

function refreshSessions(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, refreshSchema);
  if (!body.ok) return serviceError(400, body.problem);
  const { deviceUids } = body.value;
  const other = deviceUids.find((uid) => !headendUids.has(uid));
  if (other !== undefined) return serviceError(400, `${other} is not an RA VPN headend`);
  const carryOut = () => {
    if (cloud.settings.vpnRefresh === 'fails') return 'The device is unreachable';
    cloud.vpn.refresh(deviceUids);
    return undefined;
  };
  return accepted({ type: 'REFRESH_RA_VPN_SESSIONS', carryOut }, cloud);
}

function terminateUser(
  _request: ApiRequest,
  cloud: Cloud,
  { deviceUid = '', userName = '' }: PathParameters,
): Answer {
  if (!headendUids.has(deviceUid)) return serviceError(404, 'Device not found');
  const carryOut = (now: Date) => cloud.vpn.terminate(deviceUid, decodeURIComponent(userName), now);
  return accepted({ type: 'TERMINATE_USER_RA_VPN_SESSIONS', carryOut }, cloud);
}

function terminateAll(_request: ApiRequest, cloud: Cloud, { deviceUid = '' }: PathParameters): Answer {
  if (!headendUids.has(deviceUid)) return serviceError(404, 'Device not found');
  const carryOut = (now: Date) => cloud.vpn.terminate(deviceUid, undefined, now);
  return accepted({ type: 'TERMINATE_DEVICE_RA_VPN_SESSIONS', carryOut }, cloud);
}

function sessionBody({ uid, username, deviceUid, loginTime }: VpnSession) {
  return { uid, username, deviceUid, status: 'ACTIVE', loginTime: loginTime.toISOString() };
}
