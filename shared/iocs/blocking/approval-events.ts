import { createHash } from 'node:crypto';
import { approvalRequestedSchema, mostIndicatorsInApprovalRequest } from '../../events/approval-requested.ts';
import { largestEventDetailBytes, type OutgoingEvent } from '../../events/event-publisher.ts';
import { blockWorkerEventSource } from '../../events/ioc-results.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import { isComplete, type PartOutcome } from '../../requests/request-outcomes.ts';

type HeldPart = Pick<PartOutcome, 'part' | 'indicators'>;

/**
 * Asks for a person, once for each request and list however many parts hold something. A part that is tried again
 * asks when it ends: what a person sees must not change under the link.
 */
export function approvalEvents(outcomes: readonly PartOutcome[]): OutgoingEvent[] {
  const holding = outcomes.filter(
    (outcome) => isComplete(outcome) && outcome.indicators.some(({ status }) => status === 'held'),
  );
  const byRequest = Map.groupBy(
    holding,
    ({ requestId, destinationList }) => `${requestId}/${destinationList.name}`,
  );
  return [...byRequest.values()].flatMap((parts) => (isNonEmpty(parts) ? [approvalEvent(parts)] : []));
}

function approvalEvent(outcomes: NonEmptyArray<PartOutcome>): OutgoingEvent {
  const [{ requestId, connection, source, ticket, link, organisation, destinationList, completedAt }] =
    outcomes;
  const held = outcomes.flatMap(({ indicators }) => indicators.filter(({ status }) => status === 'held'));
  const detail = approvalRequestedSchema.parse({
    version: 1,
    eventId: eventIdOf(requestId, destinationList.name, outcomes),
    requestId,
    parts: outcomes.map(({ part }) => part),
    connection,
    source,
    ticket,
    link,
    organisation,
    destinationList: destinationList.name,
    indicators: firstThatFit(held),
    heldCount: held.length,
    occurredAt: completedAt,
  });
  return { source: blockWorkerEventSource, detailType: 'ApprovalRequested', detail };
}

/** As many as one event names: the longest URLs would make it too large for the bus before there are 100. */
function firstThatFit(held: PartOutcome['indicators']): PartOutcome['indicators'] {
  let bytes = 0;
  return held.slice(0, mostIndicatorsInApprovalRequest).filter((indicator, index) => {
    bytes += Buffer.byteLength(JSON.stringify(indicator));
    return index === 0 || bytes <= largestEventDetailBytes;
  });
}

function eventIdOf(requestId: string, list: string, parts: readonly HeldPart[]): string {
  const held = parts.map(({ part, indicators }) => [
    part,
    indicators.filter(({ status }) => status === 'held').map(({ type, value }) => `${type}:${value}`),
  ]);
  const digest = createHash('sha256')
    .update(JSON.stringify([requestId, list, 'ApprovalRequested', held]))
    .digest('hex');
  return `evt_${digest.slice(0, 32)}`;
}
