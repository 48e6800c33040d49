import { describe, expect, it } from 'vitest';
import { mostDailyCounts, withDailyCount } from '#shared/iocs/reconciliation/capacity/daily-counts.ts';
import { listCapacity } from '#shared/iocs/reconciliation/capacity/list-capacity.ts';

const count = (day: string, entryCount: number, organisationEntryCount = entryCount) => ({
  day,
  entryCount,
  organisationEntryCount,
});

describe('the counts of a list', () => {
  it('are one a day, the last one of a day', () => {
    const counts = [count('2026-12-01', 1), count('2026-12-02', 2)];
    expect(withDailyCount(counts, count('2026-12-02', 5))).toEqual([
      count('2026-12-01', 1),
      count('2026-12-02', 5),
    ]);
  });

  it('are of two months at most', () => {
    let counts = [count('2026-01-01', 0)];
    for (let index = 1; index < 100; index += 1) {
      const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
      counts = withDailyCount(counts, count(day, index));
    }
    expect(counts).toHaveLength(mostDailyCounts);
    expect(counts.at(-1)).toEqual(count('2026-04-10', 99));
  });
});

describe('a list is filling', () => {
  const limits = { mostEntries: 1_000, mostEntriesOfOrganisation: 250_000 };

  it.each([
    ['below four fifths', count('2026-12-01', 799), limits, false],
    ['from four fifths on', count('2026-12-01', 800), limits, true],
    ['when its organisation is, whatever it holds itself', count('2026-12-01', 0, 200_000), limits, true],
    [
      'but not by an organisation whose limit nobody knows',
      count('2026-12-01', 0, 200_000),
      { mostEntries: 1_000 },
      false,
    ],
  ])('%s', (_said, latest, under, isFilling) => {
    expect(listCapacity([latest], latest, under).isFilling).toBe(isFilling);
  });

  it.each([
    [20, '2026-12-31', true],
    [10, '2027-01-30', false],
  ])('when it is full within 30 days: at %i more a day it is full on %s', (growth, fullOn, isFilling) => {
    const counts = ['2026-12-01', '2026-12-02', '2026-12-03'].map((day, index) =>
      count(day, 400 + index * growth),
    );
    const [, , latest = count('2026-12-03', 0)] = counts;
    expect(listCapacity(counts, latest, limits)).toMatchObject({ fullOn, isFilling });
  });

  it('says no date where it would be more than a century away', () => {
    const counts = ['2026-12-01', '2026-12-11', '2026-12-21'].map((day, index) => count(day, index));
    const capacity = listCapacity(counts, count('2026-12-21', 2), { ...limits, mostEntries: 250_000 });
    expect(capacity).not.toHaveProperty('fullOn');
  });
});
