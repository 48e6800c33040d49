import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { Cloud } from '../cloud.ts';
import { decideAdd } from '../decide-add.ts';
import { creatableAccesses, type DestinationList } from '../destination-list.ts';
import { destinationListError } from '../error-envelopes.ts';
import { pageQuerySchema } from '../pagination.ts';
import type { Route } from '../route.ts';
import { changedListAnswer, listBody, successStatus } from './destination-list-body.ts';
import { withList } from './with-list.ts';

const collection = '/policies/v2/destinationlists';
const one = `${collection}/{destinationListId}`;
const reading = {
  access: 'bearer-token',
  scope: 'policies.destinationLists:read',
  rateLimit: 'policies',
} as const;
const writing = {
  access: 'bearer-token',
  scope: 'policies.destinationLists:write',
  rateLimit: 'policies',
} as const;

/** @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-destination-lists-overview */
export const destinationListRoutes: readonly Route[] = [
  { method: 'GET', template: collection, ...reading, handle: readLists },
  { method: 'POST', template: collection, ...writing, handle: createList },
  { method: 'GET', template: one, ...reading, handle: withList(readList) },
  { method: 'PATCH', template: one, ...writing, handle: withList(renameList) },
  { method: 'DELETE', template: one, ...writing, handle: withList(deleteList) },
];

const createSchema = z.object({
  access: z.enum(creatableAccesses),
  isGlobal: z.literal(false),
  name: z.string().min(1),
  bundleTypeId: z.literal(2).optional(),
  destinations: z
    .array(z.object({ destination: z.string(), comment: z.string().optional() }))
    .max(500)
    .default([]),
});

// The document knows the name only; another field is refused, so that nobody believes it was changed.
const renameSchema = z.strictObject({ name: z.string().min(1) });

function readLists(request: ApiRequest, cloud: Cloud): Answer {
  const query = pageQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return destinationListError(400, { message: z.prettifyError(query.error) });
  const { page, limit } = query.data;
  const lists = cloud.lists.all();
  const shown = lists.slice((page - 1) * limit, page * limit);
  return ok({ status: successStatus, meta: { page, limit, total: lists.length }, data: shown.map(listBody) });
}

function createList(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, createSchema);
  if (!body.ok) return destinationListError(400, { message: body.problem });
  const { name, access, destinations } = body.value;
  const { settings } = cloud;

  const decision = decideAdd(destinations, {
    isPresent: () => false,
    freeCapacity: settings.destinationsPerOrganisation - cloud.lists.destinationCount,
    settings,
  });
  // A refusal under HTTP 200 is documented to leave the list in place, without the refused entries.
  if (decision.refusal?.httpStatus === 400) {
    return destinationListError(400, { message: decision.refusal.message });
  }
  const now = cloud.clock.now();
  const list = cloud.lists.create({ name, access, isGlobal: false, markedForDeletion: false }, now);
  cloud.lists.store(list, decision.store, now);
  for (const { destination } of decision.store) cloud.postings.stored(list.properties.id, destination);
  if (decision.refusal) return destinationListError(400, { ...decision.refusal });
  return changedListAnswer(list, cloud);
}

function readList(list: DestinationList): Answer {
  return ok({ status: successStatus, data: listBody(list) });
}

function renameList(list: DestinationList, request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, renameSchema);
  if (!body.ok) return destinationListError(400, { message: body.problem });
  list.properties = { ...list.properties, name: body.value.name };
  list.modifiedAt = cloud.clock.now();
  return changedListAnswer(list, cloud);
}

/** Deletes also a list that a rule uses: what the cloud does then is not documented. */
function deleteList(list: DestinationList, _request: ApiRequest, cloud: Cloud): Answer {
  cloud.lists.delete(list.properties.id);
  return ok({ status: successStatus, data: [] });
}
