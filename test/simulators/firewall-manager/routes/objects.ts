import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import type { NetworkObject } from '../firewalls/network-objects.ts';
import type { Route } from '../route.ts';

/** Network objects and groups. They answer only where object sharing is switched on for the tenant. */
export const objectRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/objects', callers: 'everybody', handle: listObjects },
  { method: 'GET', template: '/v1/objects/{uid}/usage', callers: 'everybody', handle: readUsage },
];

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
  q: z
    .string()
    .regex(/^name:"[^"]+"$/, 'the simulator reads queries of the form name:"<name>" only')
    .optional(),
});

function listObjects(request: ApiRequest, cloud: Cloud): Answer {
  if (cloud.settings.objectSharing === 'off') return switchedOff();
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset, q = '' } = query.data;
  const found = cloud.networkObjects.named(q.slice('name:"'.length, -1));
  const items = found.slice(offset, offset + limit).map(objectBody);
  return ok({ count: found.length, limit, offset, items });
}

function readUsage(_request: ApiRequest, cloud: Cloud, { uid = '' }: PathParameters): Answer {
  if (cloud.settings.objectSharing === 'off') return switchedOff();
  return ok(
    cloud.networkObjects.usesOf(uid).map((group) => ({
      uid: group.uid,
      name: group.name,
      objectType: 'NETWORK_GROUP',
    })),
  );
}

function switchedOff(): Answer {
  return serviceError(403, 'Object sharing is not enabled for this tenant');
}

/** Without its content, which nobody reads here. */
function objectBody({ uid, name }: NetworkObject) {
  return { uid, name };
}
