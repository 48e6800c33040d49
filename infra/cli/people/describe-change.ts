import { dayIn, type TimeZone, timeIn, timeZoneSchema } from '#shared/time/zoned-time.ts';
import type { ShownChange } from './people-answers.ts';

const utc = timeZoneSchema.parse('UTC');

/** A moment as clocks show it where it counts: `2026-11-27 18:00 Europe/Zurich`. */
export function shownMoment(at: Date, timeZone: TimeZone = utc): string {
  return `${dayIn(timeZone, at)} ${timeIn(timeZone, at)} ${timeZone}`;
}

/** Who, what and when: `ada@corp.example leaves, 2026-11-27 18:00 Europe/Zurich, ticket HR-7`. */
export function describeRequest(
  change: Pick<ShownChange, 'kind' | 'email' | 'immediate' | 'dueAt' | 'timeZone' | 'profile' | 'ticket'>,
): string {
  const { kind, email, immediate, dueAt, timeZone, profile, ticket } = change;
  return [
    `${email} ${kind === 'onboard' ? 'joins' : 'leaves'}`,
    immediate ? 'at once' : shownMoment(dueAt, timeZone),
    ...(profile === undefined ? [] : [`profile ${profile}`]),
    ...(ticket === undefined ? [] : [`ticket ${ticket}`]),
  ].join(', ');
}

/** How a change stands, and what comes next. */
export function describeStanding({ standing, timeZone }: ShownChange): string {
  const { state, at, by, startsAt, endsBy, undoUntil, nextAttemptAt, batchId } = standing;
  return [
    state,
    ...(batchId === undefined ? [] : [`decide with: people approve ${batchId}`]),
    ...(startsAt ? [`begins ${shownMoment(startsAt, timeZone)}`] : []),
    ...(endsBy ? [`done by ${shownMoment(endsBy, timeZone)}`] : []),
    ...(at ? [shownMoment(at, timeZone)] : []),
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(nextAttemptAt ? [`tried again ${shownMoment(nextAttemptAt, timeZone)}`] : []),
    ...(undoUntil ? [`can be undone until ${shownMoment(undoUntil, timeZone)}`] : []),
  ].join(', ');
}
