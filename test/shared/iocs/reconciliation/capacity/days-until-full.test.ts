import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysUntilFull } from '#shared/iocs/reconciliation/capacity/days-until-full.ts';

const day = (index: number) => new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10);
const daily = (...counts: number[]) => counts.map((entryCount, index) => ({ day: day(index), entryCount }));

describe('in how many days a list is full', () => {
  it.each<[said: string, counts: number[], capacity: number, days: number | undefined]>([
    ['that was never counted', [], 100, undefined],
    ['with two counts only', [10, 20], 100, undefined],
    ['that does not change', [50, 50, 50], 100, undefined],
    ['that shrinks', [90, 80, 70], 100, undefined],
    ['that grows by ten a day', [10, 20, 30], 100, 7],
    ['that grows unevenly, by ten a day on the whole', [10, 35, 20, 40], 100, 60 / 7.5],
    ['that is full', [100], 100, 0],
    ['that holds more than it should', [120], 100, 0],
  ])('%s: %j of %i', (_said, counts, capacity, days) => {
    const found = daysUntilFull(daily(...counts), capacity);
    if (days === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(days, 6);
  });

  it('takes days without a count as they are', () => {
    const counts = [
      { day: '2026-11-01', entryCount: 0 },
      { day: '2026-11-11', entryCount: 100 },
      { day: '2026-11-21', entryCount: 200 },
    ];
    expect(daysUntilFull(counts, 300)).toBeCloseTo(10, 6);
  });

  it('is exact for steady growth, and never a negative number or none at all for any counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 3, max: 60 }),
        (start, growth, length) => {
          const counts = daily(...Array.from({ length }, (_, index) => start + index * growth));
          const left = 1_000_000 - (start + (length - 1) * growth);
          expect(daysUntilFull(counts, 1_000_000)).toBeCloseTo(left / growth, 3);
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(250_000), { maxLength: 60 }), (counts) => {
        const days = daysUntilFull(daily(...counts), 250_000);
        expect(days === undefined || days >= 0).toBe(true);
      }),
    );
  });
});
