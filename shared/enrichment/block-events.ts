import type { IndicatorRoutes } from '../config/indicator-routes.ts';
import { enrichmentEventSource } from '../events/enrichment-completed.ts';
import type { OutgoingEvent } from '../events/event-publisher.ts';
import { blockPartsOf } from './block-parts.ts';
import type { PartEnrichment } from './part-enrichment.ts';

/** The commands to the block worker that follow from a part, with all that its sender told. */
export function blockEvents(enrichment: PartEnrichment, routes: IndicatorRoutes): OutgoingEvent[] {
  const { requestId, connection, receivedAt, source, ticket, link, severity, confidence } = enrichment;
  return blockPartsOf(enrichment, routes).map((block) => ({
    source: enrichmentEventSource,
    detailType: 'BlockRequested',
    detail: {
      version: 1,
      requestId,
      ...block,
      connection,
      receivedAt,
      source,
      ticket,
      link,
      severity,
      confidence,
    },
  }));
}
