import type { Block } from '../block.ts';
import type { ListState } from './list-state.ts';

type Effect =
  | { readonly status: 'enforced'; readonly verifiedAt: string }
  | { readonly status: 'stored-not-enforced'; readonly storedAt: string; readonly reason: string };

/** The part of a block that says what the list's rules make of it, as of `now`. */
export function effectOf(state: ListState, now: Date): Effect {
  const at = now.toISOString();
  return state.enforcement.kind === 'enforced'
    ? { status: 'enforced', verifiedAt: at }
    : { status: 'stored-not-enforced', storedAt: at, reason: state.enforcement.reason };
}

/**
 * A known block in the light of what the rules say now: a list that has gained its block rule makes its entries
 * enforced, one that has lost it makes them stored only. Unchanged blocks come back as they are.
 */
export function restate(block: Block, state: ListState, now: Date): Block {
  const effect = effectOf(state, now);
  if (effect.status === block.status) return block;
  const { indicator, destinationList, requestId, addedBy, firstSeenAt, destinationId } = block;
  return {
    indicator,
    destinationList,
    requestId,
    addedBy,
    firstSeenAt,
    ...(destinationId === undefined ? {} : { destinationId }),
    ...effect,
  };
}
