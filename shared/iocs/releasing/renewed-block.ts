import { type StandingBlock, withChange } from '../block.ts';

/** The block with a new lease, since somebody still runs into it. */
export function renewedBlock(block: StandingBlock, leaseUntil: Date, now: Date): StandingBlock {
  return withChange(
    { ...block, leaseUntil: leaseUntil.toISOString() },
    { at: now.toISOString(), change: 'renewed', by: 'somebody still tries to go there' },
  );
}
