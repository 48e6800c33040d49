import type { WantedEntry } from '../../../iocs/blocking/block-destination.ts';
import { type EntryOfGroup, entriesOfTree } from './entry-of-group.ts';
import type { GroupTree } from './group-tree.ts';
import { canonicalValue } from './inline-object.ts';

/**
 * Looks for entries in a tree that was read. An entry in the very spelling that is wanted comes before one that means
 * the same, and one in a group of ours before one that somebody put elsewhere.
 * @returns by the value as it was asked for
 */
export function searchTree(
  tree: GroupTree,
  wanted: readonly WantedEntry[],
): ReadonlyMap<string, EntryOfGroup> {
  const byId = new Map<string, EntryOfGroup>();
  const byValue = new Map<string, EntryOfGroup>();
  const byMeaning = new Map<string, EntryOfGroup>();
  const ours = new Set(tree.numbered.map(({ group }) => group.id));
  const inOrder = entriesOfTree(tree).toSorted((one, other) => rank(one) - rank(other));
  for (const entry of inOrder) {
    byId.set(entry.entryId, entry);
    if (!byValue.has(entry.value)) byValue.set(entry.value, entry);
    const meaning = canonicalValue(entry.value);
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, entry);
  }
  const found = new Map<string, EntryOfGroup>();
  for (const { value, entryId } of wanted) {
    const entry = entryId === undefined ? (byValue.get(value) ?? byMeaning.get(value)) : byId.get(entryId);
    if (entry) found.set(value, entry);
  }
  return found;

  function rank({ group }: EntryOfGroup): number {
    return ours.has(group.id) ? 0 : 1;
  }
}
