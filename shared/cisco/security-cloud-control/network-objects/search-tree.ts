import type { WantedEntry } from '../../../iocs/blocking/block-destination.ts';
import { searchEntries } from '../../../iocs/blocking/search-entries.ts';
import { type EntryOfGroup, entriesOfTree } from './entry-of-group.ts';
import type { GroupTree } from './group-tree.ts';

/**
 * Looks for entries in a tree that was read. Of several, one in a group of ours comes before one that somebody put
 * elsewhere.
 * @returns by the value as it was asked for
 */
export function searchTree(
  tree: GroupTree,
  wanted: readonly WantedEntry[],
): ReadonlyMap<string, EntryOfGroup> {
  const ours = new Set(tree.numbered.map(({ group }) => group.id));
  const rank = ({ group }: EntryOfGroup) => (ours.has(group.id) ? 0 : 1);
  const inOrder = entriesOfTree(tree).toSorted((one, other) => rank(one) - rank(other));
  return searchEntries(inOrder, wanted);
}
