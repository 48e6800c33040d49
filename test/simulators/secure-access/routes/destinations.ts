import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { Cloud } from '../cloud.ts';
import { decideAdd } from '../decide-add.ts';
import type { Destination } from '../destination.ts';
import type { DestinationList } from '../destination-list.ts';
import { destinationListError } from '../error-envelopes.ts';
import { pageQuerySchema } from '../pagination.ts';
import type { Route } from '../route.ts';
import { changedListAnswer, successStatus } from './destination-list-body.ts';
import { withList } from './with-list.ts';

const destinations = '/policies/v2/destinationlists/{destinationListId}/destinations';
const reading = {
  access: 'bearer-token',
  scope: 'policies.destinations:read',
  rateLimit: 'policies',
} as const;
const writing = {
  access: 'bearer-token',
  scope: 'policies.destinations:write',
  rateLimit: 'policies',
} as const;

/** @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-destination-lists-overview */
export const destinationRoutes: readonly Route[] = [
  { method: 'GET', template: destinations, ...reading, handle: withList(readDestinations) },
  { method: 'POST', template: destinations, ...writing, handle: withList(addDestinations) },
  { method: 'DELETE', template: `${destinations}/remove`, ...writing, handle: withList(removeDestinations) },
];

const mostEntries = 500;
const mostEntriesOfThirdPartyList = 100;

const addSchema = z.array(z.object({ destination: z.string(), comment: z.string().optional() }));
// Ids are strings when read, and integers here.
const removeSchema = z.array(z.int()).max(mostEntries);

function readDestinations(list: DestinationList, request: ApiRequest): Answer {
  const query = pageQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return destinationListError(400, { message: z.prettifyError(query.error) });
  const { page, limit } = query.data;
  const data = list.slice((page - 1) * limit, limit).map(destinationBody);
  return ok({ status: successStatus, meta: { page, limit, total: list.size }, data });
}

function addDestinations(list: DestinationList, request: ApiRequest, cloud: Cloud): Answer {
  const most = list.properties.access === 'thirdparty_block' ? mostEntriesOfThirdPartyList : mostEntries;
  const body = parseJsonBody(request, addSchema.max(most));
  if (!body.ok) return destinationListError(400, { message: body.problem });

  const { id } = list.properties;
  const { settings } = cloud;
  const decision = decideAdd(body.value, {
    isPresent: (destination) => list.has(destination),
    freeCapacity: settings.destinationsPerOrganisation - cloud.lists.destinationCount,
    settings,
  });
  cloud.lists.store(list, decision.store, cloud.clock.now());
  for (const { destination } of decision.store) cloud.postings.stored(id, destination);
  for (const destination of decision.alreadyPresent) cloud.postings.foundPresent(id, destination);

  if (decision.refusal) return destinationListError(400, { ...decision.refusal });
  return changedListAnswer(list, cloud);
}

/** Ids that the list does not hold are passed over: what the cloud does with them is not documented. */
function removeDestinations(list: DestinationList, request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, removeSchema);
  if (!body.ok) return destinationListError(400, { message: body.problem });
  for (const id of body.value) {
    const removed = list.remove(id, cloud.clock.now());
    if (removed) cloud.postings.removed(list.properties.id, removed.destination);
  }
  return changedListAnswer(list, cloud);
}

function destinationBody({ id, destination, type, comment, createdAt }: Destination) {
  return { id: String(id), destination, type, comment, createdAt: withoutZone(createdAt) };
}

/** `2026-01-01 08:00:00`: UTC, though the cloud does not say so. */
function withoutZone(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}
