import type { StandingBlock } from '../block.ts';
import type { FoundEntry } from '../blocking/block-destination.ts';
import { parseEntryComment } from '../blocking/entry-comment.ts';

/**
 * Whether an entry that was found is the one that we wrote for the block: in our spelling and with our comment.
 * Whatever else stands there belongs to the person who wrote it, and is never removed. Where no comments are kept,
 * the ledger alone tells; such a place may have spelled the value anew, too.
 */
export function isOurEntry(
  block: Pick<StandingBlock, 'indicator' | 'addedBy' | 'comment' | 'requestId'>,
  entry: FoundEntry,
): boolean {
  if (block.addedBy !== 'us') return false;
  if (entry.comment === undefined) return true;
  if (entry.value !== block.indicator.value) return false;
  // Where the ledger does not know the comment, its request tells.
  return block.comment === undefined
    ? parseEntryComment(entry.comment)?.requestId === block.requestId
    : entry.comment === block.comment;
}
