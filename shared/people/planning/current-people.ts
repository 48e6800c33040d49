import type { PeopleChanges } from '../changes/people-changes.ts';
import type { ChangeState, PersonChange } from '../changes/person-change.ts';
import type { SettledPeople } from '../csv/roster-differences.ts';
import type { EmailAddress } from '../email-address.ts';
import type { ChangeIn } from '../working/change-in.ts';

/** The latest change of everybody, by address. */
export type CurrentPeople = ReadonlyMap<EmailAddress, PersonChange>;

export async function readCurrentPeople(changes: PeopleChanges): Promise<CurrentPeople> {
  const people = new Map<EmailAddress, PersonChange>();
  for await (const page of changes.all()) {
    for (const change of page) people.set(change.request.email, change);
  }
  return people;
}

/** Withdrawn, decided against, or given back: as if nobody had said anything. */
const withoutEffect: ReadonlySet<ChangeState> = new Set(['undone', 'cancelled', 'rejected', 'replaced']);

/** Whose joining or leaving has been seen to, or waits for a person to decide. */
export function settledPeople(people: CurrentPeople): SettledPeople {
  const settled = [...people.values()].filter(({ standing }) => !withoutEffect.has(standing.state));
  const whose = (kind: PersonChange['request']['kind']) =>
    new Set(settled.filter(({ request }) => request.kind === kind).map(({ request }) => request.email));
  return { in: whose('onboard'), out: whose('offboard') };
}

const recentMilliseconds = 24 * 3_600_000;

/**
 * Who leaves by the word of a source in the last 24 hours, as far as no person has agreed to it, or has yet to: whoever
 * has agreed to many leavers has not made the next one doubtful.
 */
export function recentLeavers(people: CurrentPeople, source: string, now: Date): EmailAddress[] {
  const since = now.getTime() - recentMilliseconds;
  return [...people.values()]
    .filter(
      (change) =>
        change.source === source &&
        change.request.kind === 'offboard' &&
        change.acceptedAt.getTime() > since &&
        change.approval === undefined &&
        change.standing.state !== 'held' &&
        !withoutEffect.has(change.standing.state),
    )
    .map(({ request }) => request.email);
}

/** Who is about to leave and may still be there, held or not. */
export function pendingLeavers(people: CurrentPeople): EmailAddress[] {
  const pending: ReadonlySet<ChangeState> = new Set(['held', 'planned', 'under-way', 'incomplete']);
  return [...people.values()]
    .filter(({ request, standing }) => request.kind === 'offboard' && pending.has(standing.state))
    .map(({ request }) => request.email);
}

/** Whose change stands in one state. */
export function changesIn<State extends ChangeState>(
  people: CurrentPeople,
  state: State,
): readonly ChangeIn<State>[] {
  return [...people.values()].filter((change) => isIn(change, state));
}

export function isIn<State extends ChangeState>(
  change: PersonChange,
  state: State,
): change is ChangeIn<State> {
  return change.standing.state === state;
}

/** Whether it can still be taken back, or replaced by a later word: nothing has begun. */
export function isWaiting(change: PersonChange): change is ChangeIn<'held' | 'planned'> {
  return isIn(change, 'held') || isIn(change, 'planned');
}
