import { type BlockRequested, webhookEventSource } from '../events/block-requested.ts';
import type { OutgoingEvent } from '../events/event-publisher.ts';
import type { ReceivedRequest, RequestPart } from '../requests/received-request.ts';
import type { AlertFacts } from './parsers/webhook-parser.ts';

/** The command that one part of a request becomes. */
export function blockRequestedEvent(
  { requestId, connection, receivedAt }: Pick<ReceivedRequest, 'requestId' | 'connection' | 'receivedAt'>,
  { part, destinationList, indicators }: RequestPart,
  facts: AlertFacts,
): OutgoingEvent {
  const detail: BlockRequested = {
    version: 1,
    requestId,
    part,
    connection,
    destinationList,
    indicators: [...indicators],
    receivedAt: receivedAt.toISOString(),
    ...factsInEvent(facts),
  };
  return { source: webhookEventSource, detailType: 'BlockRequested', detail };
}

/** What a sender told, as events carry it; what it did not tell is left out. */
export function factsInEvent({ source, ticket, severity, confidence, link, occurredAt }: AlertFacts) {
  return {
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
    ...(link !== undefined && { link }),
    ...(occurredAt !== undefined && { occurredAt: occurredAt.toISOString() }),
  };
}
