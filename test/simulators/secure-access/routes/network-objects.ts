import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import { networkObjectError } from '../error-envelopes.ts';
import { offsetQuerySchema } from '../pagination.ts';
import type { Route } from '../route.ts';
import { objectBody } from './network-object-bodies.ts';

/** Network objects with names of their own, listed. */
export const networkObjectRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/policies/v2/objects/networkObjects',
    access: 'bearer-token',
    scope: 'policies.objects.networkObjects:read',
    rateLimit: 'policies',
    envelope: networkObjectError,
    handle: listObjects,
  },
];

function listObjects(request: ApiRequest, { networkObjects }: Cloud): Answer {
  const query = offsetQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return networkObjectError(400, z.prettifyError(query.error));
  const { offset, limit } = query.data;
  const found = [...networkObjects.objects.values()];
  const results = found.slice(offset, offset + limit).map(objectBody);
  return ok({ count: found.length, limit, offset, results });
}
