import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { IdentityCount } from '../activity.ts';
import type { Cloud } from '../cloud.ts';
import { gatewayError } from '../error-envelopes.ts';
import { reportQuerySchema } from '../report-query.ts';
import type { Route } from '../route.ts';

const reading = { access: 'bearer-token', scope: 'reports.aggregations:read', rateLimit: 'reports' } as const;

/** The report of identities; where it is told so, only in the region that keeps the data. */
export const reportRoutes: readonly Route[] = [
  { method: 'GET', template: '/reports/v2/top-identities', ...reading, handle: redirectOrRead },
  { method: 'GET', template: '/reports.eu/v2/top-identities', ...reading, handle: readTopIdentities },
];

function redirectOrRead(request: ApiRequest, cloud: Cloud): Answer {
  const region = `/reports.eu/v2/top-identities?${request.query}`;
  switch (cloud.settings.reportsRedirect) {
    case 'none':
      return readTopIdentities(request, cloud);
    case 'location':
      return { status: 307, body: undefined, headers: { location: region } };
    case 'body':
      return ok({ data: { redirect: `http://${request.header('host')}${region}` } });
  }
}

function readTopIdentities(request: ApiRequest, cloud: Cloud): Answer {
  const query = reportQuerySchema(cloud.clock.now()).safeParse(Object.fromEntries(request.query));
  if (!query.success) return gatewayError(400, z.prettifyError(query.error));
  const { offset, limit, ...filter } = query.data;
  const page = cloud.activity.identities(filter).slice(offset, offset + limit);
  return ok({ data: page.map((identity, index) => identityRow(identity, offset + index + 1)), meta: {} });
}

function identityRow({ id, label, allowed, blocked }: IdentityCount, rank: number) {
  return {
    rank,
    requests: allowed + blocked,
    bandwidth: 0,
    counts: { requests: allowed + blocked, allowedrequests: allowed, blockedrequests: blocked },
    identity: {
      id,
      label,
      type: { id: 34, label: 'Anyconnect Roaming Client', type: 'anyconnect' },
      deleted: false,
    },
  };
}
