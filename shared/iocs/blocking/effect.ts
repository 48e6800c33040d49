import { type StandingBlock, withChange } from '../block.ts';
import type { Enforcement } from './block-destination.ts';
import type { ListState } from './list-state.ts';

/** Longest text in the history of a block. */
const longestBy = 250;

type Effect =
  | { readonly status: 'enforced'; readonly verifiedAt: string }
  | {
      readonly status: 'stored-not-enforced';
      readonly storedAt: string;
      readonly reason: string;
      readonly isOfEntryAlone?: true;
    };

/**
 * Why a block has no effect although its list has: an allow list of the organisation lets it through. Only the
 * nightly comparison, which reads those lists, finds it out and takes it back.
 */
export const overriddenByAllowList = 'overridden-by-allow-list';

/** The word of a reason, which tells it from others: the sentence behind it names rules, which may be renamed. */
export function wordOf(reason: string): string {
  return reason.split(':', 1)[0] ?? reason;
}

/** What holds for an entry: a reason of its own counts before what holds for its destination, but for harm. */
export function enforcementOfEntry(
  ofDestination: Enforcement,
  { notEnforcedBecause: reason }: { readonly notEnforcedBecause?: string | undefined },
): Enforcement {
  if (reason === undefined || ofDestination.kind === 'unsafe') return ofDestination;
  return { kind: 'not-enforced', reason, isOfEntryAlone: true };
}

/** The part of a block that says what the rules make of it, as of `now`. */
export function effectOf({ enforcement }: { readonly enforcement: Enforcement }, now: Date): Effect {
  const at = now.toISOString();
  if (enforcement.kind === 'enforced') return { status: 'enforced', verifiedAt: at };
  const { reason } = enforcement;
  const isOfEntryAlone = enforcement.kind === 'not-enforced' && enforcement.isOfEntryAlone === true;
  return { status: 'stored-not-enforced', storedAt: at, reason, ...(isOfEntryAlone && { isOfEntryAlone }) };
}

/**
 * A known block in the light of what the rules say now: a list that has gained its block rule makes its entries
 * enforced, one that has lost it makes them stored only. Unchanged blocks come back as they are, and so do those with a
 * reason of their own, which only a look at the entry itself can take back.
 */
export function restate(block: StandingBlock, state: ListState, now: Date): StandingBlock {
  const isUnchanged = effectOf(state, now).status === block.status;
  return isUnchanged || hasReasonOfItsOwn(block) ? block : withEffect(block, state, now);
}

/** The block with the effect that the list has now, and the change in its history. */
export function withEffect(
  block: StandingBlock,
  state: { readonly enforcement: Enforcement },
  now: Date,
): StandingBlock {
  const at = now.toISOString();
  const effect = effectOf(state, now);
  const change =
    effect.status === 'enforced'
      ? ({ at, change: 'enforced' } as const)
      : ({ at, change: 'no-longer-enforced', by: effect.reason.slice(0, longestBy) } as const);
  return withChange({ ...lastingPart(block), ...effect }, change);
}

/** A block without what the rules make of it. */
function lastingPart(block: StandingBlock) {
  if (block.status === 'enforced') {
    const { status: _status, verifiedAt: _verifiedAt, ...rest } = block;
    return rest;
  }
  const { status: _status, storedAt: _at, reason: _reason, isOfEntryAlone: _isOfEntryAlone, ...rest } = block;
  return rest;
}

function hasReasonOfItsOwn(block: StandingBlock): boolean {
  if (block.status === 'enforced') return false;
  return block.isOfEntryAlone === true || block.reason.startsWith(`${overriddenByAllowList}:`);
}
