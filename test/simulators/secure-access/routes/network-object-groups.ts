import { z } from 'zod';
import { type Answer, created, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { Cloud } from '../cloud.ts';
import { networkObjectError } from '../error-envelopes.ts';
import type { NetworkObjectGroup } from '../network-objects/network-objects.ts';
import { networkValueSchema } from '../network-objects/network-value.ts';
import { type GroupWrite, writeGroup } from '../network-objects/write-group.ts';
import { offsetQuerySchema } from '../pagination.ts';
import type { BearerRoute, Route } from '../route.ts';
import { groupBody } from './network-object-bodies.ts';

const collection = '/policies/v2/objects/networkObjectGroups';
const one = `${collection}/{networkObjectGroupId}`;
const reading = {
  access: 'bearer-token',
  scope: 'policies.objects.networkObjectGroups:read',
  rateLimit: 'policies',
  envelope: networkObjectError,
} as const;
const writing = { ...reading, scope: 'policies.objects.networkObjectGroups:write' } as const;

/** @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-network-and-service-objects-overview */
export const networkObjectGroupRoutes: readonly Route[] = [
  { ...reading, method: 'GET', template: collection, handle: listGroups },
  { ...writing, method: 'POST', template: collection, handle: createGroup },
  {
    ...reading,
    method: 'GET',
    template: one,
    handle: withGroup((group, _request, cloud) => ok(groupBody(group, cloud))),
  },
  { ...writing, method: 'PUT', template: one, handle: withGroup(replaceGroup) },
  { ...writing, method: 'DELETE', template: one, handle: withGroup(deleteGroup) },
];

const contentSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  objectIds: z.array(z.int()),
  groupIds: z.array(z.int()),
  values: z.array(networkValueSchema),
});

function listGroups(request: ApiRequest, cloud: Cloud): Answer {
  const query = offsetQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return networkObjectError(400, z.prettifyError(query.error));
  const { offset, limit } = query.data;
  const isNarrowed = cloud.settings.networkObjectNameFilter === 'contains';
  const namePart = isNarrowed ? (request.query.get('name') ?? '') : '';
  const found = [...cloud.networkObjects.groups.values()].filter(({ name }) => name.includes(namePart));
  const results = found.slice(offset, offset + limit).map((group) => groupBody(group, cloud));
  return ok({ count: found.length, limit, offset, results });
}

function createGroup(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, contentSchema);
  if (!body.ok) return networkObjectError(400, body.problem);
  return answerTo(writeGroup(cloud, body.value), cloud);
}

function replaceGroup(group: NetworkObjectGroup, request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, contentSchema);
  if (!body.ok) return networkObjectError(400, body.problem);
  return answerTo(writeGroup(cloud, body.value, group), cloud);
}

/** Refused where another group holds it; what the cloud does where a rule uses it is not documented. */
function deleteGroup({ id }: NetworkObjectGroup, _request: ApiRequest, { networkObjects }: Cloud): Answer {
  const isHeld = networkObjects.groups.values().some(({ groupIds }) => groupIds.includes(id));
  if (isHeld) return networkObjectError(400, 'the network object group is in use');
  networkObjects.groups.delete(id);
  return noContent;
}

/** A change is answered with 201 too. */
function answerTo(write: GroupWrite, cloud: Cloud): Answer {
  return write.kind === 'written' ? created(groupBody(write.group, cloud)) : write.refusal;
}

/** Makes a route's handler out of one that needs the group which the path names. */
function withGroup(
  handle: (group: NetworkObjectGroup, request: ApiRequest, cloud: Cloud) => Answer,
): BearerRoute['handle'] {
  return (request, cloud, { networkObjectGroupId = '' }) => {
    const group = cloud.networkObjects.groups.get(Number(networkObjectGroupId));
    return group
      ? handle(group, request, cloud)
      : networkObjectError(404, 'the network object group is not found');
  };
}
