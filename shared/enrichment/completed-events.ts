import { createHash } from 'node:crypto';
import { type EnrichmentCompleted, enrichmentCompletedSchema } from '../events/enrichment-completed.ts';
import { pagesOf } from './pages.ts';
import type { PartEnrichment } from './part-enrichment.ts';

/** The results of a part that is done: one, and more only where one would be too large. */
export function completedEvents(enrichment: PartEnrichment): EnrichmentCompleted[] {
  const { requestId, part, connection, organisation, at, decisions } = enrichment;
  return pagesOf(decisions).map((verdicts, page) => {
    const digest = createHash('sha256')
      .update(`${requestId}/${part}/EnrichmentCompleted/${page}`)
      .digest('hex');
    return enrichmentCompletedSchema.parse({
      version: 1,
      // Decisions are made once, so that a repeat of the event says the same.
      eventId: `evt_${digest.slice(0, 32)}`,
      requestId,
      part,
      connection,
      organisation,
      verdicts,
      occurredAt: at,
    });
  });
}
