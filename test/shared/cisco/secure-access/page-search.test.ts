import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageSearch } from '#shared/cisco/secure-access/page-search.ts';
import type { FoundEntry, WantedEntry } from '#shared/iocs/blocking/block-destination.ts';
import { entryNumber } from '../../iocs/blocking/entry-number.ts';

const pageSize = 10;

function entryOf(number: number): FoundEntry {
  return { value: `d${number}.example`, entryId: entryNumber(number), comment: '' };
}

/** Lets the search read pages of `list` until it is over, and tells which it read. */
function searchIn(
  list: readonly FoundEntry[],
  wanted: readonly WantedEntry[],
  options: { perPage?: number; tellsTotal?: boolean } = {},
) {
  const { perPage = pageSize, tellsTotal = true } = options;
  const search = new PageSearch(wanted);
  const read: number[] = [];
  for (let page = search.nextPage(); page !== undefined; page = search.nextPage()) {
    read.push(page);
    if (read.length > 2 * list.length + 3) throw new Error(`the search does not end: ${read.join()}`);
    const entries = list.slice((page - 1) * perPage, page * perPage);
    search.take(page, { entries, total: tellsTotal ? list.length : undefined });
  }
  return { found: search.found, read };
}

const orders = {
  ascending: (ids: readonly number[]) => ids.toSorted((one, other) => one - other),
  descending: (ids: readonly number[]) => ids.toSorted((one, other) => other - one),
  /** The lowest, the highest, the second lowest, and so on. */
  'no order': (ids: readonly number[]) => {
    const upwards = orders.ascending(ids);
    return upwards.map((_, index) => upwards.at(index % 2 === 0 ? index / 2 : -(index + 1) / 2) ?? 0);
  },
};

const anySearch = fc.record({
  ids: fc.uniqueArray(fc.integer({ min: 1, max: 2_000 }), { maxLength: 120 }),
  order: fc.constantFrom('ascending', 'descending', 'no order' as const),
  wanted: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 2_000 }), isIdKnown: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 60,
  }),
  tellsTotal: fc.boolean(),
  perPage: fc.integer({ min: 3, max: 15 }),
});

describe('searching the pages of a list', () => {
  it('finds exactly what stands there, and reads no page twice, whatever the order', () => {
    fc.assert(
      fc.property(anySearch, ({ ids, order, wanted, tellsTotal, perPage }) => {
        const list = orders[order](ids).map(entryOf);
        // Something of the list, and something that is not there.
        const sought = wanted.map(({ id, isIdKnown }, index) => {
          const { value, entryId } = (index % 2 === 0 && list[id % Math.max(1, list.length)]) || entryOf(id);
          return isIdKnown ? { value, entryId } : { value };
        });

        const { found, read } = searchIn(list, sought, { perPage, tellsTotal });

        const standing = new Map(list.map((entry) => [entry.value, entry]));
        const expected = sought.flatMap(({ value }) => standing.get(value) ?? []);
        expect(found).toEqual(new Map(expected.map((entry) => [entry.value, entry])));
        expect(new Set(read).size).toBe(read.length);
        expect(read.length).toBeLessThanOrEqual(Math.ceil(list.length / perPage) + (tellsTotal ? 0 : 1) + 1);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['ascending', 'descending'] as const)(
    'of 250,000 in %s order finds one id in a handful',
    (order) => {
      const gaps = [1, 3, 1, 7, 2];
      let id = 1_000_000;
      const ids = Array.from({ length: 250_000 }, (_, index) => (id += gaps[index % gaps.length] ?? 1));
      const list = orders[order](ids).map(entryOf);
      for (const index of [0, 99, 12_345, 125_000, 249_999]) {
        const { found, read } = searchIn(list, list.slice(index, index + 1), { perPage: 100 });
        expect(found.size).toBe(1);
        expect(read.length).toBeLessThanOrEqual(5);
      }
    },
  );

  it('stays short where ids are spaced as badly as can be', () => {
    const list = Array.from({ length: 2_500 }, (_, index) => entryOf(Math.ceil(1.012 ** index) + index));
    for (const index of [3, 700, 1_250, 2_400]) {
      expect(searchIn(list, list.slice(index, index + 1)).read.length).toBeLessThanOrEqual(24);
    }
  });

  it.each(['ascending', 'descending', 'no order'] as const)(
    'for everything reads each page once (%s)',
    (order) => {
      const list = orders[order](Array.from({ length: 1_000 }, (_, index) => index + 1));
      for (const wanted of [list.map(entryOf), list.map((id) => ({ value: entryOf(id).value }))]) {
        const { found, read } = searchIn(list.map(entryOf), wanted);
        expect(found.size).toBe(1_000);
        expect(read.toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: 100 }, (_, index) => index + 1),
        );
      }
    },
  );

  it('for ids that are gone asks only for the pages beside them', () => {
    const list = Array.from({ length: 10_000 }, (_, index) => entryOf(index + 1));
    const gone = list.slice(4_000, 4_500);
    const { found, read } = searchIn([...list.slice(0, 4_000), ...list.slice(4_500)], gone);
    expect(found.size).toBe(0);
    expect(read.length).toBeLessThanOrEqual(8);
  });

  it('of something just written begins at the newest end', () => {
    const list = Array.from({ length: 1_000 }, (_, index) => entryOf(index + 1));
    expect(searchIn(list, [{ value: 'd1000.example' }]).read).toEqual([1, 100]);
    expect(searchIn(list.toReversed(), [{ value: 'd999.example' }]).read).toEqual([1]);
  });

  it('ends where the total promises more than there is', () => {
    const search = new PageSearch([{ value: 'missing.example' }]);
    const read: number[] = [];
    for (let page = search.nextPage(); page !== undefined; page = search.nextPage()) {
      read.push(page);
      search.take(page, { entries: page === 1 ? [entryOf(1), entryOf(2)] : [], total: 9 });
    }
    expect(read).toEqual([1, 5, 4, 3, 2]);
  });
});
