import type { StandingBlock } from '../block.ts';
import type { LedgerEffect } from './entry-enforcement.ts';

/** What the comparison needs of a standing block: 250,000 of them fit into a function's memory, whole rows do not. */
export interface StandingFacts
  extends Pick<StandingBlock, 'indicator' | 'requestId' | 'addedBy' | 'comment' | 'entryId'> {
  readonly effect: LedgerEffect;
}

export function factsOf(block: StandingBlock): StandingFacts {
  const { indicator, requestId, addedBy, comment, entryId } = block;
  const facts = { indicator, requestId, addedBy, comment, entryId };
  if (block.status === 'enforced') {
    const { status, verifiedAt } = block;
    return { ...facts, effect: { status, verifiedAt } };
  }
  const { status, storedAt, reason } = block;
  return { ...facts, effect: { status, storedAt, reason } };
}

/** Since when it stands on the list with its present effect. */
export function standsSince({ effect }: StandingFacts): Date {
  return new Date(effect.status === 'enforced' ? effect.verifiedAt : effect.storedAt);
}
