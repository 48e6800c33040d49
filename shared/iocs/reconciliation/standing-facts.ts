import type { StandingBlock } from '../block.ts';
import { effectOfBlock } from './effect-on-block.ts';
import type { EffectOnList } from './effect-on-list.ts';

/** What the comparison needs of a standing block: 250,000 of them fit into a function's memory. */
export interface StandingFacts
  extends Pick<StandingBlock, 'indicator' | 'requestId' | 'addedBy' | 'comment' | 'destinationId'> {
  readonly effect: EffectOnList;
  /** Since when it stands on the list with its present effect, as ISO 8601. */
  readonly standsSince: string;
}

export function factsOf(block: StandingBlock): StandingFacts {
  const { indicator, requestId, addedBy, comment, destinationId } = block;
  return {
    ...{ indicator, requestId, addedBy, comment, destinationId },
    effect: effectOfBlock(block),
    standsSince: block.status === 'enforced' ? block.verifiedAt : block.storedAt,
  };
}
