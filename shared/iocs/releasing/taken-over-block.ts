import { type StandingBlock, withChange } from '../block.ts';
import type { EntryId } from '../blocking/entry-id.ts';

/** The block of an entry that a person has made their own by another comment: it has no lease, and stays. */
export function takenOverBlock(block: StandingBlock, seen: { at: Date; entryId: EntryId }): StandingBlock {
  const { leaseUntil: _leaseUntil, comment: _comment, ...rest } = block;
  return withChange(
    { ...rest, addedBy: 'someone-else', entryId: seen.entryId },
    { at: seen.at.toISOString(), change: 'taken-over', by: 'its comment was changed by hand' },
  );
}
