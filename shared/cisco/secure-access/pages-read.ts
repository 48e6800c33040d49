/** What one page showed: its entries' ids in order, and how many entries the whole list has. */
export interface PageShown {
  readonly ids: readonly number[];
  readonly total: number | undefined;
}

/** The ends of a page that has entries. */
interface PageEnds {
  readonly page: number;
  readonly size: number;
  readonly first: number;
  readonly last: number;
}

/**
 * What the pages read so far tell about the others; pure. Nobody documents the order of a list: it is believed to
 * follow the ids, upwards or downwards, as long as every page read fits.
 */
export class PagesRead {
  readonly #read = new Set<number>();
  /** By page; pages without entries are left out. */
  readonly #ends: PageEnds[] = [];
  #canAscend = true;
  #canDescend = true;
  #entriesRead = 0;
  #largestPage = 0;
  #total: number | undefined;
  #firstEmptyPage = Number.POSITIVE_INFINITY;
  #hasShrunk = false;

  /** How many entries the list has, as the last page said. */
  get total(): number | undefined {
    return this.#total;
  }

  /** Whether the list lost entries between two reads: others may then have moved to a page that was read before. */
  get hasShrunk(): boolean {
    return this.#hasShrunk;
  }

  /** `open` while one entry at most was seen. */
  get direction(): 'open' | 'ascending' | 'descending' | 'none' {
    if (this.#canAscend) return this.#canDescend ? 'open' : 'ascending';
    return this.#canDescend ? 'descending' : 'none';
  }

  take(page: number, { ids, total }: PageShown): void {
    this.#read.add(page);
    this.#entriesRead += ids.length;
    this.#largestPage = Math.max(this.#largestPage, ids.length);
    this.#hasShrunk ||= total !== undefined && this.#total !== undefined && total < this.#total;
    this.#total = total;
    const first = ids[0];
    const last = ids.at(-1);
    if (first === undefined || last === undefined) {
      this.#firstEmptyPage = Math.min(this.#firstEmptyPage, page);
      return;
    }
    let former = first;
    for (const id of ids) {
      this.#learnOrder(former, id);
      former = id;
    }
    const above = this.#ends.findIndex((ends) => ends.page > page);
    const index = above < 0 ? this.#ends.length : above;
    const before = this.#ends[index - 1];
    const after = this.#ends[index];
    if (before) this.#learnOrder(before.last, first);
    if (after) this.#learnOrder(last, after.first);
    this.#ends.splice(index, 0, { page, size: ids.length, first, last });
  }

  /**
   * The page to read next in search of an id, by interpolation between the pages that were read.
   * `undefined`: it can stand on none of the unread ones. To be asked only of a list that ascends or descends.
   */
  placeOf(id: number): number | undefined {
    const sign = this.direction === 'descending' ? -1 : 1;
    const isBehind = (other: number) => sign * (id - other) > 0;
    const aboveIndex = this.#ends.findIndex((ends) => !isBehind(ends.last));
    const upper = aboveIndex < 0 ? undefined : this.#ends[aboveIndex];
    const lower = aboveIndex < 0 ? this.#ends.at(-1) : this.#ends[aboveIndex - 1];
    if (!lower) return undefined;
    if (!upper) return lower.page < this.#lastPage ? this.#lastPage : undefined;
    const isWithinUpper = upper.first === id || isBehind(upper.first);
    const between = upper.page - lower.page - 1;
    if (isWithinUpper || between === 0) return undefined;
    // Every third look halves the gap instead, so that no spacing of ids makes the search long.
    const share = this.#read.size % 3 === 0 ? 0.5 : (id - lower.last) / (upper.first - lower.last);
    return lower.page + 1 + Math.min(between - 1, Math.floor(share * between));
  }

  /**
   * The unread page with the newest entries. What is searched for without an id was mostly written a moment ago;
   * and behind a reader who goes against the order of writing, a removal moves nothing that is still unread.
   */
  newestUnread(): number | undefined {
    const last = this.#lastPage;
    if (this.direction === 'ascending' && this.#total !== undefined) {
      for (let page = last; page >= 1; page--) if (!this.#read.has(page)) return page;
    } else {
      for (let page = 1; page <= last; page++) if (!this.#read.has(page)) return page;
    }
    return undefined;
  }

  #learnOrder(former: number, latter: number): void {
    if (former < latter) this.#canDescend = false;
    if (former > latter) this.#canAscend = false;
  }

  /** Counted by what came, not by the page size that was asked for: a gateway may give smaller pages. */
  get #lastPage(): number {
    const highest = this.#ends.at(-1);
    if (!highest) return this.#read.size === 0 ? 1 : 0;
    const expected = this.#total === undefined ? highest.page : Math.ceil(this.#total / this.#largestPage);
    const isMoreBehind =
      this.#total === undefined ? highest.size === this.#largestPage : this.#entriesRead < this.#total;
    const last = isMoreBehind && this.#read.size >= expected ? highest.page + 1 : expected;
    return Math.min(last, this.#firstEmptyPage - 1);
  }
}
