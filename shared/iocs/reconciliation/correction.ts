import type { DestinationListName } from '../../config/names.ts';
import { type Block, isStanding, type ReleaseReason, type StandingBlock } from '../block.ts';
import type { Enforcement } from '../blocking/block-destination.ts';
import { withEffect } from '../blocking/effect.ts';
import type { Indicator } from '../indicator.ts';
import { releasedBlock } from '../releasing/released-block.ts';
import { takenOverBlock } from '../releasing/taken-over-block.ts';
import { differenceOf } from './difference.ts';
import { isEnforcementOf } from './entry-enforcement.ts';
import { rebuildBlock } from './rebuild-block.ts';
import type { Sighting } from './sighting.ts';
import { factsOf } from './standing-facts.ts';

/** A ledger row as it should be, and what was wrong with it. */
export type Correction =
  | {
      readonly kind: 'ended';
      readonly because: ReleaseReason | 'taken-over-by-hand';
      readonly before: StandingBlock;
      readonly block: Block;
    }
  | { readonly kind: 'rebuilt' | 'updated'; readonly block: StandingBlock };

/** What was found out about the list, beside the sighting. */
export interface CorrectionContext {
  readonly list: DestinationListName;
  readonly enforcement: Enforcement;
  readonly readBeganAt: Date;
  readonly now: Date;
}

/**
 * What puts the ledger right about one indicator, if anything has to be; pure. Nothing here ever asks for a change of
 * the list: the list is how the world is, and the ledger follows.
 * @param block as the ledger has it now, which may be other than when the list was read
 */
export function correctionOf(
  indicator: Indicator,
  block: Block | undefined,
  sighting: Sighting,
  context: CorrectionContext,
): Correction | undefined {
  if (block && isStanding(block)) return correctStanding(block, sighting, context);
  if (sighting.kind === 'absent') return undefined;
  // Released while the list was read: it was seen before it went.
  if (block && Date.parse(block.releasedAt) >= context.readBeganAt.getTime()) return undefined;
  const rebuilt = rebuildBlock(indicator, block, sighting.entry, context);
  return rebuilt && { kind: 'rebuilt', block: rebuilt };
}

function correctStanding(
  block: StandingBlock,
  sighting: Sighting,
  { enforcement, readBeganAt, now }: CorrectionContext,
): Correction | undefined {
  const difference = differenceOf(factsOf(block), { sighting, enforcement, readBeganAt });
  if (difference === undefined) return undefined;
  if (sighting.kind === 'absent') {
    const because = reasonOfRemoval(block, now);
    return { kind: 'ended', because, before: block, block: releasedBlock(block, { because, at: now }) };
  }
  const { entryId } = sighting.entry;
  if (difference === 'taken-over') {
    const theirs = withPresentEffect(takenOverBlock(block, { at: now, entryId }), enforcement, now);
    return { kind: 'ended', because: 'taken-over-by-hand', before: block, block: theirs };
  }
  return { kind: 'updated', block: withPresentEffect({ ...block, entryId }, enforcement, now) };
}

function withPresentEffect(block: StandingBlock, enforcement: Enforcement, now: Date): StandingBlock {
  return isEnforcementOf(block, enforcement) ? block : withEffect(block, { enforcement }, now);
}

/** Where the lease had ended, the block was due anyway, and perhaps its release only was not recorded. */
function reasonOfRemoval({ leaseUntil }: StandingBlock, now: Date): ReleaseReason {
  const isDue = leaseUntil !== undefined && Date.parse(leaseUntil) <= now.getTime();
  return isDue ? 'lease-ended' : 'removed-by-hand';
}
