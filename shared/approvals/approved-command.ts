import { type BlockRequested, firstApprovedPart } from '../events/block-requested.ts';
import type { OutgoingEvent } from '../events/event-publisher.ts';
import { operatorEventSource } from '../events/release-requested.ts';
import type { HeldPart } from './held-parts.ts';

/**
 * The command to block what was held in a part and is now approved. The worker does it only because of the recorded
 * decision, so it must be recorded before.
 */
export function approvedCommand({ outcome, indicators }: HeldPart): OutgoingEvent {
  const { requestId, part, connection, destinationList, receivedAt } = outcome;
  const { source, ticket, severity, confidence, link } = outcome;
  const detail: BlockRequested = {
    version: 1,
    requestId,
    part: firstApprovedPart + part,
    approvesPart: part,
    destinationList: destinationList.name,
    indicators: indicators.map(({ type, value }) => ({ type, value })),
    receivedAt,
    ...(connection !== undefined && { connection }),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
    ...(link !== undefined && { link }),
  };
  return { source: operatorEventSource, detailType: 'BlockRequested', detail };
}
