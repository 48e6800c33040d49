import { connectionNameSchema, organisationNameSchema } from '#shared/config/names.ts';
import type { EnrichedRequest } from '#shared/enrichment/enriched-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

/** A request as the enricher knows it, with what matters in a test. */
export function enrichedRequest(changes: Partial<EnrichedRequest> = {}): EnrichedRequest {
  return {
    requestId: deriveRequestId('splunk', '1'),
    connection: connectionNameSchema.parse('splunk'),
    organisation: organisationNameSchema.parse('main'),
    receivedAt: new Date('2026-01-01T08:00:00Z'),
    ...changes,
  };
}
