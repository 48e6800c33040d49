import { blockPartsOf } from '../enrichment/block-parts.ts';
import { indicatorKey } from '../iocs/indicator.ts';
import type { ConfiguredPlaces } from './configured-places.ts';
import type { RecordedRequest } from './request-reader.ts';

/**
 * How many indicators a request may still block: those that a worker has not come to, whether they are to be blocked
 * or to be enriched first; pure. A text of which nobody knows yet what is in it counts as one.
 */
export function blocksToCome(
  { parts, enrichmentParts, enrichments, outcomes }: RecordedRequest,
  { routesOf }: Pick<ConfiguredPlaces, 'routesOf'>,
): number {
  const ended = new Set(outcomes.map(({ part }) => part));
  const toBlock = parts.filter(({ part }) => !ended.has(part)).flatMap(({ indicators }) => indicators);

  const judged = new Set(enrichments.filter(({ state }) => state !== 'failed').map(({ part }) => part));
  const toEnrich = enrichmentParts
    .filter(({ part }) => !judged.has(part))
    .reduce((sum, { indicators }) => sum + Math.max(1, indicators.length), 0);

  const following = enrichments
    .flatMap((enrichment) => blockPartsOf(enrichment, routesOf(enrichment.connection)))
    .filter(({ part }) => !ended.has(part))
    .flatMap(({ indicators }) => indicators.map(indicatorKey));
  return toBlock.length + toEnrich + new Set(following).size;
}
