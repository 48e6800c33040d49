import type { Block, StandingBlock } from '../block.ts';
import type { BlockDestination } from './block-destination.ts';
import type { BlockStore } from './block-store.ts';
import { landedBlocks } from './landed-block.ts';
import type { Landed } from './landing.ts';
import type { ListState } from './list-state.ts';
import type { PendingEntry } from './open-post.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** Where entries are about to be posted. */
interface Place {
  readonly list: Pick<TargetList, 'name'> & { readonly destination: Pick<BlockDestination, 'find'> };
  readonly state: ListState;
  readonly store: Pick<BlockStore, 'saveBlocks'>;
}

/**
 * Looks for entries where no comments are kept, before any of them is posted: what is there is somebody else's, and is
 * recorded as such. It is not posted, so that whatever of a post is there afterwards came by it.
 * @param former what the ledger knows of them on this list, by indicator key
 */
export async function recordStandingEntries(
  entries: readonly PendingEntry[],
  former: ReadonlyMap<string, Block>,
  { list, state, store }: Place,
  { clock }: Pick<WorkerPorts, 'clock'>,
): Promise<StandingBlock[]> {
  const { entries: found } = await list.destination.find(
    entries.map(({ indicator }) => ({ value: indicator.value })),
  );
  const standing = entries.flatMap((entry): Landed[] => {
    const there = found.get(entry.indicator.value);
    if (!there) return [];
    const { entryId, notEnforcedBecause } = there;
    return [{ entry, origin: { kind: 'someone-else' }, entryId, notEnforcedBecause }];
  });
  const blocks = landedBlocks(standing, { list: list.name, state, former, now: clock.now() });
  await store.saveBlocks(blocks);
  return blocks;
}
