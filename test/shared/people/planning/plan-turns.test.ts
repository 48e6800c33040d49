import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueAt } from '#shared/people/lifecycle/effective-time.ts';
import type { CurrentPeople } from '#shared/people/planning/current-people.ts';
import { planTurns } from '#shared/people/planning/plan-turns.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';

const now = new Date('2026-11-20T12:00:00Z');
const pace = { requestsPerLeaver: 10, millisecondsPerRequest: 6_000 };
const nobody: CurrentPeople = new Map();
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

it('a joiner begins when due, and one who is overdue now', () => {
  const requests = [joiner('ada@corp.example', minutes(30)), joiner('bob@corp.example', minutes(-30))];
  const { turns } = planTurns(requests, { people: nobody, pace, now });
  expect([...turns.values()].map(({ startsAt }) => startsAt)).toEqual([minutes(30), now]);
});

it('nobody begins before whoever is worked on now is finished', () => {
  const atWork = personChange(leaver('bob@corp.example', now), {
    state: 'under-way',
    since: new Date(now.getTime() - 20_000),
    attempts: 0,
  });
  const people: CurrentPeople = new Map([[atWork.request.email, atWork]]);
  const { turns } = planTurns([leaver('ada@corp.example', now)], { people, pace, now });
  expect([...turns.values()]).toEqual([
    {
      state: 'planned',
      startsAt: new Date(now.getTime() + 40_000),
      endsBy: new Date(now.getTime() + 100_000),
    },
  ]);
});

it('a joiner moves nobody', () => {
  const request = leaver('bob@corp.example', minutes(-5));
  const waiting = personChange(request, plannedWhenDue(request));
  const people: CurrentPeople = new Map([[request.email, waiting]]);
  expect(planTurns([joiner('ada@corp.example', now)], { people, pace, now }).moved).toEqual([]);
});

it('whoever leaves when: no two turns overlap, none is before its time, and each is planned once', () => {
  const moment = fc.integer({ min: -60, max: 600 });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 20 }), fc.array(moment, { maxLength: 20 }), (before, news) => {
      const waiting = before.map((minute, index) => {
        const request = leaver(`w${index}@corp.example`, minutes(minute));
        return personChange(request, plannedWhenDue(request));
      });
      const requests = news.map((minute, index) => leaver(`n${index}@corp.example`, minutes(minute)));
      const people: CurrentPeople = new Map(waiting.map((change) => [change.request.email, change]));
      const { turns, moved } = planTurns(requests, { people, pace, now });
      expect(turns.size).toBe(requests.length);
      if (requests.length === 0) return;
      const movedTurns = new Map(moved.map(({ change, turn }) => [change.request.email, turn]));
      const all = [
        ...requests.map((request) => ({ request, turn: turns.get(request.email) })),
        ...waiting.map(({ request, standing }) => ({
          request,
          turn: movedTurns.get(request.email) ?? standing,
        })),
      ];
      let freeFrom = 0;
      for (const { request, turn } of all.toSorted(
        (one, other) => Number(one.turn?.startsAt) - Number(other.turn?.startsAt),
      )) {
        expect(Number(turn?.startsAt)).toBeGreaterThanOrEqual(
          Math.max(freeFrom, dueAt(request.effective).getTime()),
        );
        freeFrom = Number(turn?.startsAt) + pace.requestsPerLeaver * pace.millisecondsPerRequest;
      }
    }),
  );
});
