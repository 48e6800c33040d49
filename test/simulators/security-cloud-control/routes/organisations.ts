import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { ApiKey } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { isListed } from '../list-delay.ts';
import { type Organisation, organisationBody, organisationTypeSchema } from '../organisation.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, organisationOf, reading } from './in-organisation.ts';

const organisations = '/v1/organizations';

/** Organisations: listed, read, and made by a manager. */
export const organisationRoutes: readonly Route[] = [
  { method: 'GET', template: organisations, ...reading, handle: listOrganisations },
  { method: 'POST', template: organisations, ...changing, handle: createOrganisation },
  { method: 'GET', template: `${organisations}/{orgId}`, ...reading, handle: readOrganisation },
];

const listQuerySchema = z.strictObject({
  max: z.coerce.number().int().min(1).max(500).default(100),
  // Where the next cursor comes from is not documented; the guide says that it starts at 1, like a page number.
  cursor: z.coerce.number().int().min(1).default(1),
  name: z.string().default(''),
  type: organisationTypeSchema.optional(),
});

function listOrganisations(
  request: ApiRequest,
  cloud: Cloud,
  _parameters: PathParameters,
  { organisation }: ApiKey,
): Answer {
  const query = listQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return platformError(400, { request, cloud, text: z.prettifyError(query.error) });
  const { max, cursor, name, type } = query.data;
  const { listCursor } = cloud.settings;
  if (listCursor === 'refused' && cursor > 1) {
    return platformError(400, { request, cloud, text: 'Invalid cursor' });
  }
  const own = cloud.organisations.find(organisation.id) ?? organisation;
  const found = cloud.organisations
    .seenBy(own)
    .filter((one) => one.id === own.id || isListed(new Date(one.created), cloud))
    .filter((one) => one.name.toLowerCase().includes(name.toLowerCase()) && (!type || one.type === type));
  const start = listCursor === 'ignored' ? 0 : (cursor - 1) * max;
  return tracked(200, {
    organizations: found.slice(start, start + max).map((one) => bodyOf(one, cloud)),
  });
}

const newOrganisationSchema = z.strictObject({
  name: z.string().min(1),
  regionCode: z.enum(['NAM', 'US', 'CA', 'EU', 'APJC', 'AU', 'IN']),
  type: z.literal('MANAGED'),
});

function createOrganisation(
  request: ApiRequest,
  cloud: Cloud,
  _parameters: PathParameters,
  { organisation }: ApiKey,
): Answer {
  const body = parseJsonBody(request, newOrganisationSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  if (cloud.organisations.find(organisation.id)?.type !== 'MANAGER') {
    return platformError(403, {
      request,
      cloud,
      text: 'Only a manager organization can create organizations',
    });
  }
  const { name } = body.value;
  const isTaken = cloud.organisations.all().some((one) => one.name.toLowerCase() === name.toLowerCase());
  if (isTaken && cloud.settings.duplicateNames === 'refused') {
    return platformError(409, { request, cloud, text: 'Organization name already exists' });
  }
  const made: Organisation = {
    ...body.value,
    id: randomUUID(),
    idInTokens: randomUUID(),
    created: cloud.clock.now().toISOString(),
    managerOrgIds: [organisation.id],
  };
  cloud.organisations.put(made);
  return tracked(201, bodyOf(made, cloud));
}

function readOrganisation(
  request: ApiRequest,
  cloud: Cloud,
  parameters: PathParameters,
  apiKey: ApiKey,
): Answer {
  const found = organisationOf(parameters, apiKey, cloud);
  if (found) return tracked(200, bodyOf(found, cloud));
  return platformError(cloud.settings.foreignOrganisationStatus, { request, cloud });
}

function bodyOf(organisation: Organisation, cloud: Cloud) {
  return organisationBody(organisation, cloud.organisations.managedBy(organisation));
}

/** Organisation calls carry a tracking id on success too. */
function tracked(status: number, body: unknown): Answer {
  return { status, body, headers: { trackingid: randomUUID() } };
}
