import type { Block, ReleaseReason, StandingBlock } from '../block.ts';
import type { FoundEntry } from '../blocking/block-destination.ts';
import type { ReleaseCause } from './release-order.ts';
import { releasedBlock } from './released-block.ts';
import type { EndedBlock } from './released-events.ts';
import { takenOverBlock } from './taken-over-block.ts';

/** What a block becomes when it ends for us, and what is told of it. */
export interface BlockEnding {
  readonly after: Block;
  readonly told: EndedBlock;
}

/**
 * The end of a block whose entry is off the list. Who took it off is not asked: after a crash it was we, and
 * whoever was faster than us wanted the same.
 */
export function releasedEnding(block: StandingBlock, cause: ReleaseCause, at: Date): BlockEnding {
  const because: ReleaseReason = cause.kind;
  const by = cause.kind === 'lease-ended' ? undefined : cause.by;
  return {
    after: releasedBlock(block, { because, at, by }),
    told: { block, because, ...(by !== undefined && { releasedBy: by }) },
  };
}

/** The end of a block whose entry stands on as somebody else's. */
export function takenOverEnding(block: StandingBlock, entry: FoundEntry, at: Date): BlockEnding {
  return {
    after: takenOverBlock(block, { at, entryId: entry.entryId }),
    told: { block, because: 'taken-over-by-hand' },
  };
}
