import type { DestinationListName } from '../config/names.ts';
import { listsPerEnrichmentPart } from '../events/enrich-requested.ts';
import { typesOfDestinationLists } from '../iocs/guard/rules/blockable-type.ts';
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
 * The block commands that follow from the decisions of a part; pure. Each list of the connection gets one, whose number
 * is told by the part's own and the place of the list, so that a repeat is the same command.
 */
export function blockPartsOf(
  { part, decisions }: Pick<PartEnrichment, 'part' | 'decisions'>,
  lists: readonly DestinationListName[],
): BlockPart[] {
  const indicators = decisions.flatMap((decision) => toBlock(decision) ?? []);
  if (!isNonEmpty(indicators)) return [];
  return lists.map((destinationList, index) => ({
    part: part * listsPerEnrichmentPart + index,
    destinationList,
    indicators,
  }));
}

function toBlock({ type, value, action, because }: VerdictDecision): IndicatorToBlock | undefined {
  if (!typesOfDestinationLists.has(type)) return undefined;
  if (action === 'block') return { type, value };
  return action === 'hold' ? { type, value, hold: because.slice(0, longestHold) } : undefined;
}
