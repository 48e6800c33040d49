import type { DestinationListName } from '../config/names.ts';
import type { Block, StandingBlock } from './block.ts';
import type { Indicator } from './indicator.ts';

/** Looks blocks up, without being the organisation's writer. */
export interface Ledger {
  /** The blocks of an indicator, one a destination list, released ones too; none where it was never blocked. */
  blocksOf(indicator: Indicator): Promise<Block[]>;
  /** Those of `indicators` that the ledger knows on the list, by indicator key, released ones too; consistent. */
  blocksOn(list: DestinationListName, indicators: readonly Indicator[]): Promise<Map<string, Block>>;
  /**
   * What stands on the list, in the order in which leases end, those without an end last; page by page.
   * It may be seconds old: read {@link blocksOn} again before acting.
   * @param leaseEndsBy only blocks whose lease has ended by then
   */
  standingOn(
    list: DestinationListName,
    options?: { leaseEndsBy?: Date },
  ): AsyncIterable<readonly StandingBlock[]>;
}
