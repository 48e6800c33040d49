import { z } from 'zod';
import { type Answer, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import { deploymentsError } from '../error-envelopes.ts';
import { pageQuerySchema } from '../pagination.ts';
import type { RoamingComputer } from '../roaming-computers.ts';
import type { BearerRoute, Route } from '../route.ts';

const collection = '/deployments/v2/roamingcomputers';
const one = `${collection}/{deviceId}`;
const reading = {
  access: 'bearer-token',
  rateLimit: 'deployments',
  envelope: deploymentsError,
  scope: 'deployments.roamingcomputers:read',
} as const;
const writing = { ...reading, scope: 'deployments.roamingcomputers:write' } as const;

/** Computers with the client for roaming: listed as a bare array, read and deleted. */
export const roamingComputerRoutes: readonly Route[] = [
  { ...reading, method: 'GET', template: collection, handle: listComputers },
  {
    ...reading,
    method: 'GET',
    template: one,
    handle: withComputer((computer) => ok(computerBody(computer))),
  },
  { ...writing, method: 'DELETE', template: one, handle: withComputer(deleteComputer) },
];

function listComputers(request: ApiRequest, cloud: Cloud): Answer {
  const query = pageQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return deploymentsError(400, z.prettifyError(query.error));
  const { page, limit } = query.data;
  return ok(
    cloud.roamingComputers
      .all()
      .slice((page - 1) * limit, page * limit)
      .map(computerBody),
  );
}

function deleteComputer({ deviceId }: RoamingComputer, cloud: Cloud): Answer {
  cloud.roamingComputers.delete(deviceId);
  return noContent;
}

/** Makes a route's handler out of one that needs the computer which the path names. */
function withComputer(handle: (computer: RoamingComputer, cloud: Cloud) => Answer): BearerRoute['handle'] {
  return (_request, cloud, { deviceId = '' }) => {
    const computer = cloud.roamingComputers.find(deviceId);
    return computer ? handle(computer, cloud) : deploymentsError(404, 'the device does not exist');
  };
}

function computerBody({ originId, deviceId, name, lastSync }: RoamingComputer) {
  return {
    originId,
    deviceId,
    name,
    type: 'anyconnect',
    status: 'Encrypted',
    swgStatus: 'Protected',
    lastSyncStatus: 'Encrypted',
    lastSyncSwgStatus: 'Protected',
    lastSync: lastSync.toISOString(),
    appliedBundle: 2,
    hasIpBlocking: false,
    version: '5.1.2',
    osVersion: 'Microsoft Windows NT 10.0.19045.0',
    osVersionName: 'Windows 10',
    anyconnectDeviceId: `9e96${deviceId.toLowerCase()}`,
  };
}
