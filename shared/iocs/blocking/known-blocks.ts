import type { DestinationListName } from '../../config/names.ts';
import { type Block, isStanding, type ReleasedBlock, type StandingBlock } from '../block.ts';
import type { Indicator } from '../indicator.ts';
import type { TargetList } from './worker-ports.ts';

/** What the ledger knows of some indicators on a list and those that take its overflow; all by indicator key. */
export interface KnownBlocks {
  /** Where it stands on several of the lists, the first of them counts. */
  readonly standing: ReadonlyMap<string, StandingBlock>;
  readonly released: ReadonlyMap<string, readonly ReleasedBlock[]>;
  /** The same, list by list. */
  readonly byList: ReadonlyMap<DestinationListName, ReadonlyMap<string, Block>>;
}

/** @param read looks blocks of one list up, by indicator key */
export async function readKnownBlocks(
  lists: readonly TargetList[],
  indicators: readonly Indicator[],
  read: (list: DestinationListName, indicators: readonly Indicator[]) => Promise<ReadonlyMap<string, Block>>,
): Promise<KnownBlocks> {
  const standing = new Map<string, StandingBlock>();
  const released = new Map<string, ReleasedBlock[]>();
  const byList = new Map<DestinationListName, ReadonlyMap<string, Block>>();
  for (const { name } of lists) {
    const blocks = await read(name, indicators);
    byList.set(name, blocks);
    for (const [key, block] of blocks) {
      if (!isStanding(block)) released.set(key, [...(released.get(key) ?? []), block]);
      else if (!standing.has(key)) standing.set(key, block);
    }
  }
  return { standing, released, byList };
}
