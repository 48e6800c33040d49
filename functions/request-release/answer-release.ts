import { type DestinationListName, destinationListNameSchema } from '#shared/config/names.ts';
import type { EventPublisher } from '#shared/events/event-publisher.ts';
import type { Block } from '#shared/iocs/block.ts';
import type { Ledger } from '#shared/iocs/ledger.ts';
import { blockedByRequest } from '#shared/iocs/releasing/blocked-by-request.ts';
import { planRelease, type ReleasePlan } from '#shared/iocs/releasing/plan-release.ts';
import type { ReleaseCause } from '#shared/iocs/releasing/release-order.ts';
import { releaseRequestedEvents } from '#shared/iocs/releasing/release-requested-events.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { indicatorInPath } from '#shared/lambda/indicator-in-path.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { blocksToCome } from '#shared/requests/blocks-to-come.ts';
import type { ConfiguredPlaces } from '#shared/requests/configured-places.ts';
import { requestIdSchema } from '#shared/requests/request-id.ts';
import type { RequestReader } from '#shared/requests/request-reader.ts';
import type { Clock } from '#shared/time/clock.ts';

export interface ReleaseRequestPorts {
  readonly requests: RequestReader;
  readonly ledger: Ledger;
  readonly events: EventPublisher;
  /** The destinations of the configuration. */
  readonly lists: readonly DestinationListName[];
  readonly routesOf: ConfiguredPlaces['routesOf'];
  readonly clock: Clock;
}

/** Takes an operator's wish: `DELETE /indicators/{type}/{value}` or `POST /requests/{requestId}/rollback`. */
export async function answerRelease(request: HttpRequest, ports: ReleaseRequestPorts): Promise<HttpResponse> {
  const { awsCallerArn: by } = request;
  if (by === undefined) {
    throw new RefusedRequest('not-authenticated', 'Sign the request as an IAM identity of this AWS account.');
  }
  const requestId = request.pathParameters.get('requestId');
  return requestId === undefined
    ? releaseIndicator(request, by, ports)
    : rollBackRequest(requestId, by, ports);
}

async function releaseIndicator(
  request: HttpRequest,
  by: string,
  ports: ReleaseRequestPorts,
): Promise<HttpResponse> {
  const indicator = indicatorInPath(request);
  const list = configuredList(request.queryParameters.get('destinationList'), ports);
  const all = await ports.ledger.blocksOf(indicator);
  const blocks = all.filter(({ destinationList }) => list === undefined || destinationList === list);
  if (blocks.length === 0) {
    throw new RefusedRequest(
      'not-found',
      `${indicator.value} was never blocked here${list === undefined ? '' : ` on ${list}`}, so there is nothing to release.`,
    );
  }
  const cause = { kind: 'released-by-operator', by, askedAt: ports.clock.now() } as const;
  const plan = await publishPlan(blocks, cause, ports);
  const self = `/indicators/${indicator.type}/${encodeURIComponent(indicator.value)}`;
  return accepted(plan, { indicator, links: { self } });
}

async function rollBackRequest(text: string, by: string, ports: ReleaseRequestPorts): Promise<HttpResponse> {
  const requestId = requestIdSchema.safeParse(text);
  if (!requestId.success) {
    throw new RefusedRequest('not-found', 'A request id is req_ followed by 32 hexadecimal digits.');
  }
  const request = await ports.requests.read(requestId.data);
  if (!request) {
    throw new RefusedRequest(
      'not-found',
      `There is no request ${requestId.data}. Requests are kept for 90 days; what an older one blocked is released with DELETE /indicators/{type}/{value}.`,
    );
  }
  const pending = blocksToCome(request, ports);
  const blocks: Block[] = [];
  for (const [list, indicators] of blockedByRequest(request)) {
    blocks.push(...(await ports.ledger.blocksOn(list, indicators)).values());
  }
  const cause = { kind: 'request-rolled-back', requestId: requestId.data, by } as const;
  const plan = await publishPlan(blocks, cause, ports);
  return accepted(plan, {
    requestId: requestId.data,
    ...(pending > 0 && {
      pending,
      hint: 'The request is still being worked on. Roll it back again when its status is no longer pending.',
    }),
    links: { self: `/requests/${requestId.data}` },
  });
}

function configuredList(text: string | undefined, { lists }: ReleaseRequestPorts) {
  if (text === undefined) return undefined;
  const name = destinationListNameSchema.safeParse(text);
  if (name.success && lists.includes(name.data)) return name.data;
  throw new RefusedRequest(
    'not-found',
    `There is no destination list "${text.slice(0, 100)}". The configuration has: ${lists.join(', ')}.`,
  );
}

async function publishPlan(
  blocks: readonly Block[],
  cause: Exclude<ReleaseCause, { kind: 'lease-ended' }>,
  { events, lists, clock }: ReleaseRequestPorts,
): Promise<ReleasePlan> {
  const now = clock.now();
  const plan = planRelease(blocks, cause, { isConfigured: (list) => lists.includes(list), now });
  const commands = releaseRequestedEvents(plan, cause, now);
  if (isNonEmpty(commands)) await events.publish(commands);
  return plan;
}

/** 202 where something was asked of the worker, 200 where there is nothing to do. */
function accepted({ toRelease, released, withdrawn, kept }: ReleasePlan, about: object): HttpResponse {
  return jsonResponse(toRelease.size > 0 ? 202 : 200, {
    ...about,
    status: toRelease.size > 0 ? 'accepted' : 'nothing-to-release',
    releasing: released.map(shown),
    blockedForOthers: withdrawn.map(shown),
    kept: kept.map(({ reason, ...block }) => ({ ...shown(block), reason })),
  });
}

function shown({ destinationList, indicator }: ReleasePlan['released'][number]) {
  return { destinationList, ...indicator };
}
