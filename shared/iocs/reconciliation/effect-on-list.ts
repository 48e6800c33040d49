import type { Enforcement } from '../blocking/block-destination.ts';
import { overriddenByAllowList } from '../blocking/effect.ts';
import type { Indicator } from '../indicator.ts';

/** What the organisation's policy makes of one indicator that stands on a list. */
export type EffectOnList =
  | { readonly status: 'enforced' }
  | { readonly status: 'stored-not-enforced'; readonly reason: string };

/** Tells the effect of each indicator of one list. */
export type EffectOf = (indicator: Indicator) => EffectOnList;

/**
 * The effect of a list's entries.
 * @param overriddenBy the entry of an allow list that beats a block of the indicator, where there is one
 */
export function effectOnList(
  enforcement: Enforcement,
  overriddenBy: (indicator: Indicator) => string | undefined,
): EffectOf {
  if (enforcement.kind !== 'enforced') {
    const { reason } = enforcement;
    return () => ({ status: 'stored-not-enforced', reason });
  }
  return (indicator) => {
    const allowed = overriddenBy(indicator);
    if (allowed === undefined) return { status: 'enforced' };
    return { status: 'stored-not-enforced', reason: `${overriddenByAllowList}: ${allowed}` };
  };
}

/** Of reasons only the word before the colon counts: the rest names rules, which may be renamed any day. */
export function isSameEffect(one: EffectOnList, other: EffectOnList): boolean {
  if (one.status === 'enforced' || other.status === 'enforced') return one.status === other.status;
  return reasonWord(one.reason) === reasonWord(other.reason);
}

function reasonWord(reason: string): string {
  return reason.split(':', 1)[0] ?? reason;
}
