import { webhookEventSource } from '../events/block-requested.ts';
import type { EnrichRequested } from '../events/enrich-requested.ts';
import type { OutgoingEvent } from '../events/event-publisher.ts';
import type { EnrichmentPart, RequestToEnrich } from '../requests/received-request.ts';
import { factsInEvent } from './block-requested-event.ts';
import type { AlertFacts } from './parsers/webhook-parser.ts';

/** The command that one part of a request for enrichment becomes. */
export function enrichRequestedEvent(
  {
    requestId,
    connection,
    receivedAt,
    urgent,
  }: Pick<RequestToEnrich, 'requestId' | 'connection' | 'receivedAt' | 'urgent'>,
  { part, indicators, text }: EnrichmentPart,
  facts: AlertFacts,
): OutgoingEvent {
  const detail: EnrichRequested = {
    version: 1,
    requestId,
    part,
    connection,
    indicators: [...indicators],
    ...(text !== undefined && { text }),
    urgent,
    receivedAt: receivedAt.toISOString(),
    ...factsInEvent(facts),
  };
  return { source: webhookEventSource, detailType: 'EnrichRequested', detail };
}
