import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import type { Device } from '../devices.ts';
import { serviceError } from '../errors.ts';
import type { AddedDevice } from '../firewalls/inventory.ts';
import { pageQuerySchema } from '../page-query.ts';
import type { Route } from '../route.ts';
import { accessPolicyLink } from './cdfmc-access-rules.ts';

/** The devices of the tenant. */
export const deviceRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/inventory/devices', callers: 'everybody', handle: listDevices },
];

const querySchema = pageQuerySchema(200);

function listDevices(request: ApiRequest, cloud: Cloud): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset } = query.data;
  const devices = cloud.inventory.all().map((device) => deviceBody(device, cloud));
  return ok({ count: devices.length, limit, offset, items: devices.slice(offset, offset + limit) });
}

function deviceBody(device: Device | AddedDevice, cloud: Cloud) {
  const isPending = cloud.pendingChanges.on(device.uid).length > 0;
  const link = accessPolicyLink(device.uid);
  return {
    ...device,
    configState: isPending ? 'NOT_SYNCED' : 'SYNCED',
    ...(device.deviceType === 'CDFMC_MANAGED_FTD' && { fmcAccessPolicy: { uid: device.uid, link } }),
  };
}
