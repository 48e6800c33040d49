import { type StandingBlock, withChange } from '../block.ts';

/** The block of an entry that a person has made their own by another comment: it has no lease, and stays. */
export function takenOverBlock(
  block: StandingBlock,
  seen: { at: Date; destinationId: number },
): StandingBlock {
  const { leaseUntil: _leaseUntil, comment: _comment, ...rest } = block;
  return withChange(
    { ...rest, addedBy: 'someone-else', destinationId: seen.destinationId },
    { at: seen.at.toISOString(), change: 'taken-over', by: 'its comment was changed by hand' },
  );
}
