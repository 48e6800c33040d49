import { beforeEach, describe, expect, it } from 'vitest';
import { type GuardListProblem, refreshedGuard } from '#shared/iocs/guard/lists/refreshed-guard.ts';
import { guardSettings, verdict } from '../usual-guard.ts';
import { InMemoryGuardLists } from './in-memory-guard-lists.ts';

const url = 'https://lists.example/top.csv';
const listOf = (...names: string[]) => ({
  version: 1 as const,
  name: 'ranking',
  url,
  format: 'ranked-csv' as const,
  mostEntries: 100,
  fetchedAt: '2026-11-22T03:00:00.000Z',
  names,
  networks: [],
});

let lists: InMemoryGuardLists;
let problems: GuardListProblem[];
let time: number;
beforeEach(() => {
  lists = new InMemoryGuardLists();
  problems = [];
  time = Date.parse('2026-11-22T03:00:00Z');
});
const minutesPass = (minutes: number) => {
  time += minutes * 60_000;
};
const guardOver = (settings: Parameters<typeof guardSettings>[0]) =>
  refreshedGuard({
    settings: guardSettings(settings),
    lists,
    clock: { now: () => new Date(time) },
    report: (problem) => problems.push(problem),
  });
const withRanking = { lists: { ranking: { url, format: 'ranked-csv' } } } as const;
const held = 'hold: not-on-ranking, published-list';

describe('the guard of the worker', () => {
  it('knows the lists as they were last fetched', async () => {
    await lists.save(listOf('popular.example'));
    const guard = await guardOver(withRanking).current();
    expect(verdict('popular.example', { guard })).toBe(held);
    expect(verdict('okta.com', { guard })).toMatch(/^reject/);
  });

  it('takes the decision from the configuration as it is now', async () => {
    await lists.save(listOf('popular.example'));
    const rejecting = { lists: { ranking: { ...withRanking.lists.ranking, decision: 'reject' } } } as const;
    const guard = await guardOver(rejecting).current();
    expect(verdict('popular.example', { guard })).toBe('reject: not-on-ranking, published-list');
  });

  it('looks for newer lists every quarter of an hour, and names the version it has', async () => {
    await lists.save(listOf('popular.example'));
    const refreshed = guardOver(withRanking);
    const first = await refreshed.current();
    minutesPass(14);
    expect(await refreshed.current()).toBe(first);
    expect(lists.loads).toHaveLength(1);

    await lists.save(listOf('popular.example', 'new.example'));
    minutesPass(1);
    expect(verdict('new.example', { guard: await refreshed.current() })).toBe(held);
    minutesPass(15);
    await refreshed.current();
    expect(lists.loads.map(({ knownVersion }) => knownVersion)).toEqual([undefined, 'v1', 'v2']);
  });

  it('goes on with what it knows, and says so, when a list cannot be read', async () => {
    await lists.save(listOf('popular.example'));
    const refreshed = guardOver(withRanking);
    await refreshed.current();
    lists.failure = new Error('access denied');
    minutesPass(15);
    expect(verdict('popular.example', { guard: await refreshed.current() })).toBe(held);
    expect(problems).toEqual([{ list: 'ranking', problem: 'unreadable', cause: lists.failure }]);
  });

  it('is the embedded one, and says so, while a list has not been fetched yet', async () => {
    const guard = await guardOver(withRanking).current();
    expect(verdict('popular.example', { guard })).toBe('pass');
    expect(verdict('okta.com', { guard })).toMatch(/^reject/);
    expect(problems).toEqual([{ list: 'ranking', problem: 'missing' }]);
  });

  it('asks for nothing where no lists are configured', async () => {
    await guardOver({}).current();
    expect(lists.loads).toEqual([]);
  });
});
