import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BudgetLane,
  decideBudgetPlace,
  mostRequests,
  type SentByMinute,
} from '#shared/cisco/xdr/request-budget.ts';

const minute = 60_000;
const limits = { shareOfRateLimit: 0.5, expressShare: 0.1 };
/** Ten requests an hour, of which two are kept for urgent ones. */
const few = { shareOfRateLimit: 10 / 8_000, expressShare: 0.2 };
const now = Date.parse('2026-01-01T08:00:30Z');

function sent(counts: Record<number, number>): SentByMinute {
  const entries = Object.entries(counts).map(([minutesAgo, count]) => {
    return [String(Math.floor(now / minute) - Number(minutesAgo)), count];
  });
  return Object.fromEntries(entries);
}

describe('our share of the hour', () => {
  it('is half of it, a tenth of which only urgent requests may use', () => {
    expect(mostRequests('usual', limits)).toBe(3_600);
    expect(mostRequests('express', limits)).toBe(4_000);
  });

  it.each<{ title: string; counts: Record<number, number>; lane: BudgetLane; expected: object }>([
    { title: 'is free at first', counts: {}, lane: 'usual', expected: { kind: 'taken' } },
    { title: 'has a last place', counts: { 5: 7 }, lane: 'usual', expected: { kind: 'taken' } },
    {
      title: 'is full until the minute is an hour old in which the first were sent',
      counts: { 50: 3, 5: 5 },
      lane: 'usual',
      expected: { kind: 'full', freeAt: new Date('2026-01-01T08:11:00Z') },
    },
    {
      title: 'waits for as many minutes as stand in the way of what is kept free',
      counts: { 50: 1, 40: 4, 5: 5 },
      lane: 'usual',
      expected: { kind: 'full', freeAt: new Date('2026-01-01T08:21:00Z') },
    },
    {
      title: 'has places for urgent requests when the others are used up',
      counts: { 50: 3, 5: 6 },
      lane: 'express',
      expected: { kind: 'taken' },
    },
    {
      title: 'ends for urgent requests, too',
      counts: { 50: 3, 5: 7 },
      lane: 'express',
      expected: { kind: 'full', freeAt: new Date('2026-01-01T08:11:00Z') },
    },
    {
      title: 'forgets what is more than an hour old',
      counts: { 61: 100 },
      lane: 'usual',
      expected: { kind: 'taken' },
    },
    {
      title: 'counts a minute until all of it is an hour old',
      counts: { 60: 8 },
      lane: 'usual',
      expected: { kind: 'full', freeAt: new Date('2026-01-01T08:01:00Z') },
    },
  ])('$title', ({ counts, lane, expected }) => {
    expect(decideBudgetPlace(sent(counts), now, { lane, limits: few }).place).toEqual(expected);
  });

  it('is never exceeded in any sixty minutes, whenever requests come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * minute }), fc.boolean()), { maxLength: 80 }),
        (requests) => {
          let counted: SentByMinute = {};
          let time = now;
          const taken: { at: number; lane: BudgetLane }[] = [];
          for (const [pause, urgent] of requests) {
            time += pause;
            const lane = urgent ? 'express' : 'usual';
            const decision = decideBudgetPlace(counted, time, { lane, limits: few });
            counted = decision.counted;
            if (decision.place.kind === 'taken') taken.push({ at: time, lane });
            if (decision.place.kind === 'full') expect(decision.place.freeAt.getTime()).toBeGreaterThan(time);
          }
          for (const { at, lane } of taken) {
            const inHour = taken.filter((other) => other.at <= at && other.at > at - 60 * minute).length;
            expect(inHour).toBeLessThanOrEqual(mostRequests(lane, few));
          }
        },
      ),
    );
  });

  it('is open again when it says', () => {
    const full = decideBudgetPlace(sent({ 50: 3, 5: 5 }), now, { lane: 'usual', limits: few }).place;
    const freeAt = full.kind === 'full' ? full.freeAt.getTime() : 0;
    const later = decideBudgetPlace(sent({ 50: 3, 5: 5 }), freeAt, { lane: 'usual', limits: few });
    expect(later.place).toEqual({ kind: 'taken' });
  });
});
