import { describe, expect, it } from 'vitest';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { refreshLists } from '#shared/iocs/guard/lists/refresh-lists.ts';
import { guardSettings } from '../usual-guard.ts';
import { InMemoryGuardLists } from './in-memory-guard-lists.ts';

const now = new Date('2026-11-22T03:00:00Z');
const ranking = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index + 1},host-${index}.example`).join('\n');

/** A deployment with a ranking and a plain list, and what their servers send. */
function bench(pages: Record<string, string | Error>, mostEntries = 100) {
  const lists = new InMemoryGuardLists();
  const refresh = (changed: Record<string, string | Error> = {}, most = mostEntries) =>
    refreshLists({
      settings: guardSettings({
        lists: {
          ranking: { url: 'https://lists.example/top.csv', format: 'ranked-csv', mostEntries: most },
          partners: { url: 'https://lists.example/partners.txt', format: 'plain' },
        },
      }),
      download: async (url) => {
        const page = { ...pages, ...changed }[new URL(url).pathname] ?? '';
        if (typeof page !== 'string') throw page;
        return Buffer.from(page);
      },
      lists,
      clock: { now: () => now },
    });
  return { lists, refresh };
}

const pages = { '/top.csv': ranking(10), '/partners.txt': 'partner.example\n103.27.202.0/24\n' };

describe('the refresh of the lists', () => {
  it('keeps what each list names, with where and when it came from', async () => {
    const { lists, refresh } = bench(pages);
    expect(await refresh()).toEqual([
      { list: 'ranking', kind: 'refreshed', entries: 10, skipped: 0 },
      { list: 'partners', kind: 'refreshed', entries: 2, skipped: 0 },
    ]);
    expect(lists.stored.get('partners')?.list).toEqual({
      version: 1,
      name: 'partners',
      url: 'https://lists.example/partners.txt',
      format: 'plain',
      mostEntries: 100_000,
      fetchedAt: now.toISOString(),
      names: ['partner.example'],
      networks: ['103.27.202.0/24'],
    });
  });

  it.each([
    ['cannot be fetched', new RetryLater('The server is down.'), RetryLater],
    ['is an error page', '<html>Sorry</html>', Error],
    ['is empty', '', Error],
    ['has lost more than half of its entries', ranking(4), GiveUp],
  ])('leaves a list as it was that %s, and refreshes the others', async (_what, page, problem) => {
    const { lists, refresh } = bench(pages);
    await refresh();
    const [kept, other] = await refresh({ '/top.csv': page });
    expect(kept).toMatchObject({ list: 'ranking', kind: 'kept', cause: expect.any(problem) });
    expect(other).toMatchObject({ list: 'partners', kind: 'refreshed' });
    expect(lists.stored.get('ranking')?.list.names).toHaveLength(10);
  });

  it('takes a list that has lost half of its entries and no more', async () => {
    const { lists, refresh } = bench(pages);
    await refresh();
    await refresh({ '/top.csv': ranking(5) });
    expect(lists.stored.get('ranking')?.list.names).toHaveLength(5);
  });

  it('takes a shorter list where fewer entries are asked for now', async () => {
    const { lists, refresh } = bench(pages);
    await refresh();
    expect((await refresh({}, 3))[0]).toMatchObject({ kind: 'refreshed', entries: 3 });
    expect(lists.stored.get('ranking')?.list.names).toHaveLength(3);
  });

  it('replaces a former list that can no longer be read', async () => {
    const { lists, refresh } = bench(pages);
    lists.failure = new Error('no list');
    expect(await refresh()).toMatchObject([{ kind: 'refreshed' }, { kind: 'refreshed' }]);
  });
});
