import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt } from '#shared/people/lifecycle/effective-time.ts';
import type { OffboardRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { type LeaverPace, planMassLeave } from '#shared/people/mass-leave/plan-mass-leave.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';

const start = new Date('2026-11-20T16:00:00Z');
const inMinutes = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** A leaver takes a minute. */
const pace: LeaverPace = { startsAt: start, requestsPerLeaver: 10, millisecondsPerRequest: 6_000 };

const inShort = (leavers: readonly OffboardRequest[], own: Partial<LeaverPace> = {}) =>
  planMassLeave(leavers, { ...pace, ...own }).turns.map(
    ({ request, startsAt, endsBy }) =>
      `${request.email.split('@')[0]} ${startsAt.toISOString().slice(11, 16)}-${endsBy.toISOString().slice(11, 16)}`,
  );

const immediate = { effective: { kind: 'immediate', since: start } } as const;

describe('a plan for many leavers', () => {
  it('takes the most urgent first: immediate, involuntary, then who has been due for longest', () => {
    expect(
      inShort([
        leaver('late@corp.example', inMinutes(-1)),
        leaver('early@corp.example', inMinutes(-60)),
        leaver('fired@corp.example', inMinutes(-2), { departure: 'involuntary' }),
        leaver('hostile@corp.example', start, immediate),
      ]),
    ).toEqual(['hostile 16:00-16:01', 'fired 16:01-16:02', 'early 16:02-16:03', 'late 16:03-16:04']);
  });

  it('cuts nobody off before the time, and does not wait for anybody while others are due', () => {
    expect(
      inShort([
        leaver('evening@corp.example', inMinutes(60)),
        leaver('fired@corp.example', inMinutes(1.5), { departure: 'involuntary' }),
        leaver('a@corp.example', start),
        leaver('b@corp.example', start),
        leaver('c@corp.example', start),
      ]),
    ).toEqual([
      'a 16:00-16:01',
      'b 16:01-16:02',
      'fired 16:02-16:03',
      'c 16:03-16:04',
      'evening 17:00-17:01',
    ]);
  });

  it('says when all is done, and has no end when nobody leaves', () => {
    expect(planMassLeave([leaver('a@corp.example', inMinutes(5))], pace).doneBy).toEqual(inMinutes(6));
    expect(planMassLeave([], pace)).toEqual({ turns: [], doneBy: undefined });
  });

  it('is made anew when somebody has to go at once: those who have not begun wait', () => {
    const rest = [leaver('b@corp.example', start), leaver('c@corp.example', start)];
    const hostile = leaver('hostile@corp.example', inMinutes(1), {
      effective: { kind: 'immediate', since: inMinutes(1) },
    });
    expect(inShort([...rest, hostile], { startsAt: inMinutes(1) })).toEqual([
      'hostile 16:01-16:02',
      'b 16:02-16:03',
      'c 16:03-16:04',
    ]);
  });

  it('has everybody once, one after the other, none too early, and the same however they are ordered', () => {
    const some = fc.array(
      fc.record({
        minutes: fc.integer({ min: -100, max: 100 }),
        kind: fc.constantFrom('immediate', 'involuntary', 'unknown'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(some, (described) => {
        const leavers = described.map(({ minutes, kind }, index) =>
          leaver(`p${index}@corp.example`, inMinutes(minutes), {
            ...(kind === 'immediate'
              ? { effective: { kind, since: inMinutes(minutes) } }
              : { departure: kind }),
          }),
        );
        const { turns } = planMassLeave(leavers, pace);
        expect(new Set(turns.map(({ request }) => request))).toEqual(new Set(leavers));
        for (const [index, turn] of turns.entries()) {
          const before = turns[index - 1]?.endsBy ?? start;
          expect(turn.startsAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
          expect(turn.startsAt.getTime()).toBeGreaterThanOrEqual(dueAt(turn.request.effective).getTime());
        }
        expect(planMassLeave(leavers.toReversed(), pace).turns).toEqual(turns);
      }),
    );
  });
});
