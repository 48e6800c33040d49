import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { ApiKey } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { organisationBody } from '../organisation.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';

const reading = { access: 'bearer-token', scope: 'security:enterprise:member' } as const;

/** The reads that show whether an access token works. */
export const organisationRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/organizations', ...reading, handle: readOrganisations },
  { method: 'GET', template: '/v1/organizations/{orgId}', ...reading, handle: readOrganisation },
];

const listQuerySchema = z.object({
  max: z.coerce.number().int().min(1).max(500).default(100),
  // Where the next cursor comes from is not documented; the guide says that it starts at 1, like a page number.
  cursor: z.coerce.number().int().min(1).default(1),
  name: z.string().default(''),
});

function readOrganisations(
  request: ApiRequest,
  cloud: Cloud,
  _parameters: PathParameters,
  { organisation }: ApiKey,
): Answer {
  const query = listQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return platformError(400, { request, cloud, text: z.prettifyError(query.error) });
  const { cursor, name } = query.data;
  const isShown = cursor === 1 && organisation.name.toLowerCase().includes(name.toLowerCase());
  return tracked({ organizations: isShown ? [organisationBody(organisation)] : [] });
}

function readOrganisation(
  request: ApiRequest,
  cloud: Cloud,
  { orgId = '' }: PathParameters,
  { organisation }: ApiKey,
): Answer {
  if (orgId !== organisation.id) {
    return platformError(cloud.settings.foreignOrganisationStatus, { request, cloud });
  }
  return tracked(organisationBody(organisation));
}

/** Organisation calls carry a tracking id on success too. */
function tracked(body: unknown): Answer {
  return { ...ok(body), headers: { trackingid: randomUUID() } };
}
