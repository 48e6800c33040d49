import { type BlockedView, blockedView } from './blocked-view.ts';
import type { ConfiguredPlaces } from './configured-places.ts';
import { type EnrichedView, enrichedView } from './enriched-view.ts';
import { present } from './present.ts';
import type { RequestId } from './request-id.ts';
import type { RecordedRequest } from './request-reader.ts';

/** The answer of `GET /requests/{requestId}`. */
export type RequestView = {
  readonly requestId: RequestId;
  readonly connection?: string;
  readonly receivedAt?: string;
} & (BlockedView | EnrichedView);

/** What has become of a request; pure. */
export function requestView(request: RecordedRequest, places: ConfiguredPlaces): RequestView {
  const [firstOutcome] = request.outcomes;
  const [firstEnrichment] = request.enrichments;
  const known = request.received ?? firstEnrichment ?? firstOutcome;
  // One that did not come through a webhook has no record of its own: what was done tells what was asked.
  const action = request.received?.action ?? (firstEnrichment ? 'enrich' : 'block');
  const view = action === 'enrich' ? enrichedView(request, places) : blockedView(request, places);
  return {
    requestId: request.requestId,
    ...present({ connection: known?.connection, receivedAt: known?.receivedAt }),
    ...view,
  };
}
