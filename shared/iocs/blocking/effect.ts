import { type StandingBlock, withChange } from '../block.ts';
import type { ListState } from './list-state.ts';

/** Longest text in the history of a block. */
const longestBy = 250;

type Effect =
  | { readonly status: 'enforced'; readonly verifiedAt: string }
  | { readonly status: 'stored-not-enforced'; readonly storedAt: string; readonly reason: string };

/**
 * Why a block has no effect although its list has: an allow list of the organisation lets it through. Only the
 * nightly comparison, which reads those lists, finds it out and takes it back.
 */
export const overriddenByAllowList = 'overridden-by-allow-list';

/** The part of a block that says what the list's rules make of it, as of `now`. */
export function effectOf(state: Pick<ListState, 'enforcement'>, now: Date): Effect {
  const at = now.toISOString();
  return state.enforcement.kind === 'enforced'
    ? { status: 'enforced', verifiedAt: at }
    : { status: 'stored-not-enforced', storedAt: at, reason: state.enforcement.reason };
}

/**
 * A known block in the light of what the rules say now: a list that has gained its block rule makes its entries
 * enforced, one that has lost it makes them stored only. Unchanged blocks come back as they are.
 */
export function restate(block: StandingBlock, state: ListState, now: Date): StandingBlock {
  const isUnchanged = effectOf(state, now).status === block.status;
  return isUnchanged || isOverridden(block) ? block : withEffect(block, state, now);
}

/** The block with the effect that the list has now, and the change in its history. */
export function withEffect(
  block: StandingBlock,
  state: Pick<ListState, 'enforcement'>,
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
  const { status: _status, storedAt: _storedAt, reason: _reason, ...rest } = block;
  return rest;
}

function isOverridden(block: StandingBlock): boolean {
  return block.status === 'stored-not-enforced' && block.reason.startsWith(`${overriddenByAllowList}:`);
}
