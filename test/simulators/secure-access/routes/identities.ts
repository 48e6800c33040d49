import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import { gatewayError } from '../error-envelopes.ts';
import { identityQuerySchema } from '../pagination.ts';
import type { Route } from '../route.ts';

/** Who is known to the reports; here, the users of zero-trust access. */
export const identityRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/reports/v2/identities',
    access: 'bearer-token',
    scope: 'reports.utilities:read',
    rateLimit: 'reports',
    handle: listIdentities,
  },
];

function listIdentities(request: ApiRequest, cloud: Cloud): Answer {
  const query = identityQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return gatewayError(400, z.prettifyError(query.error));
  const { offset, limit, search } = query.data;
  const found = cloud.zeroTrustUsers
    .all()
    .filter(({ label }) => search === undefined || label.toLowerCase().includes(search.toLowerCase()));
  const page = found.slice(offset, offset + limit).map(({ userId, label }) => ({
    id: Number(userId),
    label,
    type: { id: 7, label: 'AD Users', type: 'directory_user' },
    deleted: false,
  }));
  return ok({ data: page, meta: {} });
}
