import type { AddAnswer, BlockEntry } from '../../../iocs/blocking/block-destination.ts';
import { entryCountOf, type GroupTree } from './group-tree.ts';
import type { InlineObject } from './network-group.ts';
import type { ObjectsRefusal } from './objects-client.ts';
import { refusedEntries } from './refused-entries.ts';
import { searchTree } from './search-tree.ts';

/**
 * What an addition that was written through has come to.
 * @param withoutEffect reasons by the id of the group
 */
export function acceptedAddition(
  tree: GroupTree,
  entries: readonly BlockEntry[],
  withoutEffect: ReadonlyMap<string, string>,
): AddAnswer {
  const notEnforced = new Map<string, string>();
  if (withoutEffect.size > 0) {
    const wanted = entries.map(({ indicator }) => ({ value: indicator.value }));
    for (const [value, { group }] of searchTree(tree, wanted)) {
      const reason = withoutEffect.get(group.id);
      if (reason !== undefined) notEnforced.set(value, reason);
    }
  }
  return { kind: 'accepted', entryCount: entryCountOf(tree), notEnforced };
}

/** An addition of which a part was refused, with the entries that the refusal names. */
export function refusedAddition(refusal: ObjectsRefusal, entries: readonly InlineObject[]): AddAnswer {
  return { kind: 'refused', reason: refusal.text, refused: refusedEntries(refusal, entries) };
}
