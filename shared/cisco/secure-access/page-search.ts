import type { FoundEntry, WantedEntry } from '../../iocs/blocking/block-destination.ts';
import { canonicalValue } from '../../iocs/canonical-value.ts';
import { PagesRead } from './pages-read.ts';

/**
 * Decides which pages of a list to read in search of some entries; pure. Where ids are known and the pages read so
 * far are in their order, it jumps to where an entry must stand; else it reads on from the newest end. It asks for
 * no page twice and stops when all are found or can be nowhere.
 */
export class PageSearch {
  readonly #wanted: ReadonlyMap<string, WantedEntry>;
  /** Entries in the very spelling that is looked for. */
  readonly #found = new Map<string, FoundEntry>();
  /** Entries that mean the same: a person may have typed `Evil.Example.`. */
  readonly #foundInOtherSpelling = new Map<string, FoundEntry>();
  readonly #pages = new PagesRead();
  /** Those with an id, in the order of ids; the ones before {@link #next} need no look any more. */
  readonly #withId: readonly { value: string; id: number }[];
  #next = 0;
  /** Those without an id that are not found yet. */
  readonly #withoutId = new Set<string>();

  constructor(wanted: readonly WantedEntry[]) {
    this.#wanted = new Map(wanted.map((entry) => [entry.value, entry]));
    this.#withId = [...this.#wanted.values()]
      .flatMap(({ value, entryId }) => (entryId === undefined ? [] : { value, id: Number(entryId) }))
      .sort((one, other) => one.id - other.id);
    for (const { value, entryId } of this.#wanted.values()) {
      if (entryId === undefined) this.#withoutId.add(value);
    }
  }

  /** The page to read next, counted from 1; `undefined` when the search is over. */
  nextPage(): number | undefined {
    if (this.#found.size === this.#wanted.size) return undefined;
    const { direction, total } = this.#pages;
    const isInOrder = direction === 'ascending' || direction === 'descending';
    // Without a total nobody knows the last page, which an interpolation starts from.
    return isInOrder && total !== undefined ? this.#nextInOrder() : this.#pages.newestUnread();
  }

  take(page: number, shown: { entries: readonly FoundEntry[]; total: number | undefined }): void {
    this.#pages.take(page, { ids: shown.entries.map((entry) => Number(entry.entryId)), total: shown.total });
    for (const entry of shown.entries) {
      if (this.#wanted.has(entry.value)) {
        this.#found.set(entry.value, entry);
        this.#withoutId.delete(entry.value);
      } else this.#takeOtherSpelling(entry);
    }
  }

  /** By the value as it was asked for. */
  get found(): ReadonlyMap<string, FoundEntry> {
    return new Map([...this.#foundInOtherSpelling, ...this.#found]);
  }

  /** How many entries the list has, as the last page said. */
  get entryCount(): number | undefined {
    return this.#pages.total;
  }

  /** Whether what was not found may have been missed: the list lost entries while it was read. */
  get isUncertain(): boolean {
    return this.#pages.hasShrunk && this.found.size < this.#wanted.size;
  }

  #nextInOrder(): number | undefined {
    for (; this.#next < this.#withId.length; this.#next++) {
      const sought = this.#withId[this.#next];
      if (!sought || this.#found.has(sought.value)) continue;
      const page = this.#pages.placeOf(sought.id);
      if (page !== undefined) return page;
    }
    return this.#withoutId.size > 0 ? this.#pages.newestUnread() : undefined;
  }

  #takeOtherSpelling(entry: FoundEntry): void {
    const value = canonicalValue(entry.value);
    if (this.#wanted.has(value)) this.#foundInOtherSpelling.set(value, entry);
  }
}
