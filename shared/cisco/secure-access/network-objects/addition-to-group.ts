import type { AddAnswer, BlockEntry } from '../../../iocs/blocking/block-destination.ts';
import { searchEntries } from '../../../iocs/blocking/search-entries.ts';
import { valuesNamedIn } from '../../../iocs/blocking/values-named-in.ts';
import { entriesOfGroup } from './entry-of-group.ts';
import type { NetworkObjectGroup, NetworkValue } from './network-object-group.ts';
import { networkValueOf } from './network-value.ts';
import type { GroupWrite } from './write-groups.ts';

/** What is to be added to a group. */
export interface AdditionToGroup {
  /** By the indicator's value: what the group does not hold yet, in any spelling. */
  readonly missing: ReadonlyMap<string, NetworkValue>;
  /** By the indicator's value, with the reason: what no group can hold. */
  readonly unfit: ReadonlyMap<string, string>;
}

/** Decides what of the entries has to be written; pure. */
export function additionToGroup(
  before: NetworkObjectGroup | undefined,
  entries: readonly BlockEntry[],
): AdditionToGroup {
  const wanted = entries.map(({ indicator }) => ({ value: indicator.value }));
  const there = searchEntries(entriesOfGroup(before), wanted);
  const missing = new Map<string, NetworkValue>();
  const unfit = new Map<string, string>();
  for (const { indicator } of entries) {
    const value = networkValueOf(indicator);
    if (!value) unfit.set(indicator.value, `a network object group holds no ${indicator.type}`);
    else if (!there.has(indicator.value)) missing.set(indicator.value, value);
  }
  return { missing, unfit };
}

/**
 * What the addition has come to; pure.
 * @param write `undefined` where nothing had to be written
 */
export function additionAnswer(
  { missing, unfit }: AdditionToGroup,
  before: NetworkObjectGroup | undefined,
  write: GroupWrite | undefined,
): AddAnswer {
  if (write?.kind === 'refused') {
    const named = valuesNamedIn(write.said, [...missing.keys()]).map((value) => [value, write.text] as const);
    return { kind: 'refused', reason: write.text, refused: new Map([...unfit, ...named]) };
  }
  if (unfit.size > 0) {
    return { kind: 'refused', reason: 'not all of them are addresses, networks or names', refused: unfit };
  }
  return { kind: 'accepted', entryCount: entriesOfGroup(write?.group ?? before).length };
}
