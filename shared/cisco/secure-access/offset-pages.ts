/** A page of a list that is read by `offset`. */
export interface OffsetPage<Item> {
  /** How many the whole list has, where that is said. */
  readonly count: number | undefined;
  readonly items: readonly Item[];
}

/**
 * Everything on a list that is read by `offset` and `limit`, each item once. `count` ends the reading only behind a page
 * that is not full, since it may be that of the page; without `count` only a page that brings nothing new does.
 * @param list.readPage gives `list.largestPage` items at most; it may give fewer
 */
export async function* readByOffset<Item>(list: {
  readonly largestPage: number;
  readonly idOf: (item: Item) => number;
  readonly readPage: (offset: number) => Promise<OffsetPage<Item>>;
}): AsyncIterable<Item> {
  const seen = new Set<number>();
  for (let offset = 0; ; ) {
    const { count, items } = await list.readPage(offset);
    const seenBefore = seen.size;
    for (const item of items) {
      const id = list.idOf(item);
      if (seen.has(id)) continue;
      seen.add(id);
      yield item;
    }
    offset += items.length;
    const isCountReached = count !== undefined && offset >= count && items.length < list.largestPage;
    if (isCountReached || seen.size === seenBefore) return;
  }
}
