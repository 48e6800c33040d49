import { blockableTypes } from '../config/block-place.ts';
import type { IndicatorRoutes } from '../config/indicator-routes.ts';
import type { DestinationListName } from '../config/names.ts';
import { listsPerEnrichmentPart } from '../events/enrich-requested.ts';
import type { Indicator } from '../iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import type { PartEnrichment } from './part-enrichment.ts';
import type { VerdictDecision } from './verdict-decision.ts';

/** An indicator on its way to the block worker. */
export interface IndicatorToBlock extends Indicator {
  /** Why a person must decide about it first, at most 100 characters. */
  readonly hold?: string;
}

/** What one destination list is asked to block after the verdicts of one part. */
export interface BlockPart {
  readonly part: number;
  readonly destinationList: DestinationListName;
  readonly indicators: NonEmptyArray<IndicatorToBlock>;
}

/** As `BlockRequested` takes them. */
const longestHold = 100;

/**
 * The block commands that follow from the decisions of a part; pure. Each destination to which some of it goes gets one,
 * whose number is told by the part's own and its place in the configuration, so that a repeat is the same command.
 */
export function blockPartsOf(
  { part, decisions }: Pick<PartEnrichment, 'part' | 'decisions'>,
  { destinations, goesTo }: IndicatorRoutes,
): BlockPart[] {
  const indicators = decisions.flatMap((decision) => toBlock(decision) ?? []);
  return destinations.flatMap((destinationList, index) => {
    const going = indicators.filter(({ type }) => goesTo(type, destinationList));
    if (!isNonEmpty(going)) return [];
    return { part: part * listsPerEnrichmentPart + index, destinationList, indicators: going };
  });
}

function toBlock({ type, value, action, because }: VerdictDecision): IndicatorToBlock | undefined {
  if (!blockableTypes.has(type)) return undefined;
  if (action === 'block') return { type, value };
  return action === 'hold' ? { type, value, hold: because.slice(0, longestHold) } : undefined;
}
