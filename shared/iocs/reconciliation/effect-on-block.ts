import { type StandingBlock, withChange } from '../block.ts';
import { type EffectOnList, isSameEffect } from './effect-on-list.ts';

/** Longest text in the history of a block. */
const longestCause = 250;

/** What the ledger says of a block's effect. */
export function effectOfBlock(block: StandingBlock): EffectOnList {
  return block.status === 'enforced'
    ? { status: 'enforced' }
    : { status: 'stored-not-enforced', reason: block.reason };
}

/** The part of a block that says what its list's rules make of it, as of `now`. */
export function effectAsOf(effect: EffectOnList, now: Date) {
  const at = now.toISOString();
  return effect.status === 'enforced' ? { ...effect, verifiedAt: at } : { ...effect, storedAt: at };
}

/** The block with what its list's rules make of it as of `now`; the same block where that is nothing new. */
export function withEffect(block: StandingBlock, effect: EffectOnList, now: Date): StandingBlock {
  if (isSameEffect(effectOfBlock(block), effect)) return block;
  const at = now.toISOString();
  const stated = { ...withoutEffect(block), ...effectAsOf(effect, now) };
  return effect.status === 'enforced'
    ? withChange(stated, { at, change: 'enforced' })
    : withChange(stated, { at, change: 'no-longer-enforced', by: effect.reason.slice(0, longestCause) });
}

function withoutEffect(block: StandingBlock) {
  if (block.status === 'enforced') {
    const { status: _status, verifiedAt: _verifiedAt, ...rest } = block;
    return rest;
  }
  const { status: _status, storedAt: _storedAt, reason: _reason, ...rest } = block;
  return rest;
}
