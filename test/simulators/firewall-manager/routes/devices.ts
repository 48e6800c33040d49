import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { seededDevices } from '../devices.ts';
import { serviceError } from '../errors.ts';
import { pageQuerySchema } from '../page-query.ts';
import type { Route } from '../route.ts';

/** The devices of the tenant. */
export const deviceRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/inventory/devices', callers: 'everybody', handle: listDevices },
];

const querySchema = pageQuerySchema(200);

function listDevices(request: ApiRequest): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset } = query.data;
  const devices = Object.values(seededDevices);
  return ok({ count: devices.length, limit, offset, items: devices.slice(offset, offset + limit) });
}
