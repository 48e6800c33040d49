import { canonicalValue } from '../canonical-value.ts';
import type { WantedEntry } from './block-destination.ts';
import type { EntryId } from './entry-id.ts';

/**
 * Looks for entries among those that were read. One in the very spelling that is wanted comes before one that means the
 * same; else the first of them counts.
 * @returns by the value as it was asked for
 */
export function searchEntries<Entry extends { readonly entryId: EntryId; readonly value: string }>(
  entries: readonly Entry[],
  wanted: readonly WantedEntry[],
): ReadonlyMap<string, Entry> {
  const byId = new Map<string, Entry>();
  const byValue = new Map<string, Entry>();
  const byMeaning = new Map<string, Entry>();
  for (const entry of entries) {
    byId.set(entry.entryId, entry);
    if (!byValue.has(entry.value)) byValue.set(entry.value, entry);
    const meaning = canonicalValue(entry.value);
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, entry);
  }
  const found = new Map<string, Entry>();
  for (const { value, entryId } of wanted) {
    const entry = entryId === undefined ? (byValue.get(value) ?? byMeaning.get(value)) : byId.get(entryId);
    if (entry) found.set(value, entry);
  }
  return found;
}
