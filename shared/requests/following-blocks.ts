import { blockPartsOf } from '../enrichment/block-parts.ts';
import type { PartEnrichment } from '../enrichment/part-enrichment.ts';
import { firstApprovedPart } from '../events/block-requested.ts';
import { listsPerEnrichmentPart } from '../events/enrich-requested.ts';
import { indicatorKey } from '../iocs/indicator.ts';
import type { ConfiguredPlaces } from './configured-places.ts';
import { endedView, type IndicatorView, queuedView } from './indicator-view.ts';
import type { RecordedRequest } from './request-reader.ts';

/** What became of an indicator on one destination list after the policy said `block` or `hold`. */
export type FollowingBlock = Omit<IndicatorView, 'value' | 'type'>;

/**
 * The blocks that follow from an enriched part, by indicator; pure. Those that the worker has not come to are queued.
 * What it has recorded is shown also where the configuration has changed since.
 */
export function followingBlocks(
  enrichment: PartEnrichment,
  request: Pick<RecordedRequest, 'outcomes' | 'decisions'>,
  places: ConfiguredPlaces,
): ReadonlyMap<string, readonly FollowingBlock[]> {
  const blocks = new Map<string, FollowingBlock[]>();
  const add = (key: string, { value: _value, type: _type, ...block }: IndicatorView) =>
    blocks.set(key, [...(blocks.get(key) ?? []), block]);
  const outcomes = request.outcomes.filter(
    ({ part }) => part < firstApprovedPart && Math.floor(part / listsPerEnrichmentPart) === enrichment.part,
  );
  const ended = new Set(outcomes.map(({ part }) => part));
  for (const outcome of outcomes) {
    for (const indicator of outcome.indicators) {
      add(`${indicator.type}:${indicator.value}`, endedView(indicator, outcome, request));
    }
  }
  for (const { part, destinationList, indicators } of blockPartsOf(
    enrichment,
    places.routesOf(enrichment.connection),
  )) {
    if (ended.has(part)) continue;
    for (const indicator of indicators) {
      add(
        indicatorKey(indicator),
        queuedView(indicator, { name: destinationList, id: places.listId(destinationList) }),
      );
    }
  }
  return blocks;
}
