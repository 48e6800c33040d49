import type { EmailAddress } from '../email-address.ts';
import { dueAt } from '../lifecycle/effective-time.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import { type LeaverPace, planMassLeave } from '../mass-leave/plan-mass-leave.ts';
import type { ChangeIn } from '../working/change-in.ts';
import { type CurrentPeople, changesIn } from './current-people.ts';

/** When somebody begins to be worked on. */
export type Turn = ChangeIn<'planned'>['standing'];

/** A leaver who waits, and whose turn comes at another time than was planned. */
export interface MovedTurn {
  readonly change: ChangeIn<'planned'>;
  readonly turn: Turn;
}

export interface TurnPlan {
  /** The turn of everybody who is new in the plan. */
  readonly turns: ReadonlyMap<EmailAddress, Turn>;
  readonly moved: readonly MovedTurn[];
}

/** What one person takes. */
export type TurnPace = Pick<LeaverPace, 'requestsPerLeaver' | 'millisecondsPerRequest'>;

/**
 * Gives turns to people who are new in the plan. Joiners begin when they are due. Leavers are worked on one after the
 * other, the most urgent first, so that those who wait already may come later, or sooner.
 */
export function planTurns(
  requests: readonly LifecycleRequest[],
  { people, pace, now }: { people: CurrentPeople; pace: TurnPace; now: Date },
): TurnPlan {
  const newcomers = new Set(requests.map(({ email }) => email));
  const waiting = changesIn(people, 'planned').filter(
    ({ request }) => request.kind === 'offboard' && !newcomers.has(request.email),
  );
  const leavers = [...waiting.map(({ request }) => request), ...requests].filter(
    (request) => request.kind === 'offboard',
  );
  const turnMilliseconds = pace.requestsPerLeaver * pace.millisecondsPerRequest;
  const plan = planMassLeave(leavers, { ...pace, startsAt: workerFreeAt(people, now, turnMilliseconds) });
  const turns = new Map<EmailAddress, Turn>(
    plan.turns.map(({ request, startsAt, endsBy }) => [
      request.email,
      { state: 'planned', startsAt, endsBy } as const,
    ]),
  );
  const moved = waiting.flatMap((change): MovedTurn[] => {
    const turn = turns.get(change.request.email);
    turns.delete(change.request.email);
    if (turn === undefined || turn.startsAt.getTime() === change.standing.startsAt.getTime()) return [];
    return [{ change, turn }];
  });
  for (const { kind, email, effective } of requests) {
    if (kind === 'offboard') continue;
    const startsAt = new Date(Math.max(now.getTime(), dueAt(effective).getTime()));
    const endsBy = new Date(startsAt.getTime() + turnMilliseconds);
    turns.set(email, { state: 'planned', startsAt, endsBy });
  }
  return { turns, moved: requests.some(({ kind }) => kind === 'offboard') ? moved : [] };
}

/** Whoever is worked on now goes on until the end of their turn. */
function workerFreeAt(people: CurrentPeople, now: Date, turnMilliseconds: number): Date {
  const ends = changesIn(people, 'under-way').map(
    ({ standing }) => standing.since.getTime() + turnMilliseconds,
  );
  return new Date(Math.max(now.getTime(), ...ends));
}

/** When the last of these turns ends; nothing when there is none. */
export function lastEnd(turns: Iterable<Turn>): Date | undefined {
  const ends = [...turns].map(({ endsBy }) => endsBy.getTime());
  return ends.length > 0 ? new Date(ends.reduce((latest, end) => Math.max(latest, end))) : undefined;
}
