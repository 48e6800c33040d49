import { z } from 'zod';
import { type Indicator, indicatorKey, indicatorSchema } from '../indicator.ts';
import { type PendingEntry, pendingEntrySchema } from './open-post.ts';

const separator = ':';

/** `ipv4:192.0.2.1`, as {@link indicatorKey} writes it. */
const keySchema = z
  .string()
  .transform((key): unknown => {
    const [type = '', ...value] = key.split(separator);
    return { type, value: value.join(separator) };
  })
  .pipe(indicatorSchema);

/**
 * Entries that differ only in their indicators, as they are written down: those of one request share all the rest, so
 * that thousands of addresses take no more room than a few dozen entries that are written out.
 */
export const entryGroupSchema = z.object({
  shared: pendingEntrySchema.omit({ indicator: true }),
  indicators: z.array(keySchema),
});

/** A group as it is stored. */
export interface EntryGroup {
  readonly shared: Omit<PendingEntry, 'indicator'>;
  /** Keys of indicators. */
  readonly indicators: readonly string[];
}

/** The entries in groups; groups and entries in them in order of arrival. */
export function groupEntries(entries: readonly PendingEntry[]): EntryGroup[] {
  const groups = new Map<string, { shared: Omit<PendingEntry, 'indicator'>; indicators: string[] }>();
  for (const entry of entries) {
    const { shared, text, key } = partsOf(entry);
    const known = groups.get(text);
    if (known) known.indicators.push(key);
    else groups.set(text, { shared, indicators: [key] });
  }
  return [...groups.values()];
}

/** The entries of groups, as they were read. */
export function entriesIn(groups: readonly z.infer<typeof entryGroupSchema>[]): PendingEntry[] {
  return groups.flatMap(({ shared, indicators }) =>
    indicators.map((indicator: Indicator) => ({ ...shared, indicator })),
  );
}

/** Counts what entries take when they are written down together, in bytes of JSON. */
export class GroupedSize {
  readonly #seen = new Set<string>();
  #bytes = 0;

  /** What it would be with one more. */
  with(entry: PendingEntry): number {
    const { text, key } = partsOf(entry);
    const shared = this.#seen.has(text) ? 0 : Buffer.byteLength(text) + '{"shared":,"indicators":[]},'.length;
    return this.#bytes + shared + Buffer.byteLength(key) + '"",'.length;
  }

  add(entry: PendingEntry): void {
    this.#bytes = this.with(entry);
    this.#seen.add(partsOf(entry).text);
  }
}

function partsOf({ indicator, ...shared }: PendingEntry) {
  return { shared, text: JSON.stringify(shared), key: indicatorKey(indicator) };
}
