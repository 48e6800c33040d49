import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  budgetWindowMilliseconds,
  decideMintPlace,
  mostMintsPerMinute,
} from '#shared/credentials/mint-budget.ts';

const start = Date.parse('2026-01-01T08:00:00Z');

/** So many requests, a second apart, the last one now. */
const requests = (count: number) => Array.from({ length: count }, (_, index) => start - index * 1_000);

describe('a request for a token', () => {
  it.each([
    ['is the first', [], 'taken'],
    ['is the eighteenth within a minute', requests(17), 'taken'],
    ['is the nineteenth within a minute', requests(18), 'full'],
    ['comes after a busy minute long ago', requests(18).map((time) => time - 60_000), 'taken'],
  ])('that %s finds the budget %s', (_said, earlier, kind) => {
    expect(decideMintPlace(earlier, start).place.kind).toBe(kind);
  });

  it('that finds no place learns when the next one is free', () => {
    const oldest = start - 17_000;
    expect(decideMintPlace(requests(18), start).place).toEqual({
      kind: 'full',
      freeAt: new Date(oldest + budgetWindowMilliseconds),
    });
  });

  it('is never one too many in any minute, whenever requests come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8_000 }), { maxLength: 200 }), (gaps) => {
        let now = start;
        let counted: readonly number[] = [];
        const made: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const decision = decideMintPlace(counted, now);
          counted = decision.counted;
          if (decision.place.kind === 'taken') made.push(now);
          else expect(decision.place.freeAt.getTime()).toBeGreaterThan(now);
        }
        for (const [index, time] of made.entries()) {
          const within = made.slice(index).filter((other) => other < time + 60_000);
          expect(within.length).toBeLessThanOrEqual(mostMintsPerMinute);
        }
      }),
    );
  });
});
