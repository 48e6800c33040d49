import type { StandingBlock } from '../block.ts';
import type { Enforcement, FoundEntry } from '../blocking/block-destination.ts';
import { enforcementOfEntry, overriddenByAllowList, wordOf } from '../blocking/effect.ts';
import type { Indicator } from '../indicator.ts';

/**
 * What the organisation's policy makes of each entry of one list.
 * @param entry as it stands there, where it was seen
 */
export type EnforcementOf = (indicator: Indicator, entry?: FoundEntry) => Enforcement;

/**
 * The enforcement of a list's entries: that of the list, but for those that are let through all the same, or have a
 * reason of their own to be without effect.
 * @param overriddenBy the entry of an allow list that beats a block of the indicator, where there is one
 */
export function entryEnforcement(
  list: Enforcement,
  overriddenBy: (indicator: Indicator) => string | undefined,
): EnforcementOf {
  return (indicator, entry) => {
    const allowed = list.kind === 'enforced' ? overriddenBy(indicator) : undefined;
    if (allowed === undefined) return entry ? enforcementOfEntry(list, entry) : list;
    return { kind: 'not-enforced', reason: `${overriddenByAllowList}: ${allowed}` };
  };
}

/**
 * Whether the ledger says of a block what its enforcement is. Of a reason only the word before the colon counts: the
 * rest names rules, which may be renamed any day.
 */
export function isEnforcementOf(block: LedgerEffect, enforcement: Enforcement): boolean {
  if (block.status === 'enforced' || enforcement.kind === 'enforced') {
    return block.status === enforcement.kind;
  }
  return wordOf(block.reason) === wordOf(enforcement.reason);
}

/** What the ledger says of a block's effect. */
export type LedgerEffect =
  | Pick<Extract<StandingBlock, { status: 'enforced' }>, 'status' | 'verifiedAt'>
  | Pick<Extract<StandingBlock, { status: 'stored-not-enforced' }>, 'status' | 'reason' | 'storedAt'>;
