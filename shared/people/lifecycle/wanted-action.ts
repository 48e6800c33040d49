import { dayIn } from '../../time/zoned-time.ts';
import { type ChangeReading, type Refusal, refusal } from './change-reading.ts';
import { actionNamed, type LifecycleAction, statusNamed } from './claimed-action.ts';
import type { ClaimedChange } from './claimed-change.ts';
import type { ReadingContext } from './reading-context.ts';
import { writtenMoment } from './written-moment.ts';

/** What is to happen, and whether it is due by the mere status. */
export interface WantedAction {
  readonly kind: 'wanted';
  readonly action: LifecycleAction;
  /** Personnel says that somebody is gone: there is nothing to wait for, whatever the date. */
  readonly isAlreadySo: boolean;
}

/** Joiner, leaver, or neither: by the source's habit, by what is told, by the status, or by which date is there. */
export function wantedAction(
  claims: ClaimedChange,
  context: ReadingContext,
): WantedAction | Extract<ChangeReading, { kind: 'idle' }> | Refusal {
  const status = claims.status ? statusNamed(claims.status) : undefined;
  if (claims.status && status === undefined) {
    return refusal('status-unclear', 'The status is neither active nor inactive, in no word that is known.');
  }
  const told = claims.action ? actionNamed(claims.action) : undefined;
  if (claims.action && told === undefined) return unclear('the word for it is not known, or means both');
  const action = context.source.action ?? told;
  if (action) return wanted(action, action === 'offboard' && status === 'inactive');
  if (status === 'inactive') return wanted('offboard', true);
  if (status === 'active') return whileActive(claims, context);
  if (claims.lastDay && claims.startDay) return unclear('there are a first and a last day, and no status');
  if (claims.lastDay) return wanted('offboard', false);
  return claims.startDay
    ? wanted('onboard', false)
    : unclear('there is neither an action, nor a status, nor a day');
}

function whileActive(claims: ClaimedChange, { source, settings, receivedAt }: ReadingContext) {
  if (claims.lastDay) {
    const last = writtenMoment(claims.lastDay, source.dateOrder);
    const today = dayIn(settings.timeZone, receivedAt);
    return last?.kind === 'local' && last.day < today
      ? refusal(
          'status-contradicts-date',
          'The status is active, but the last day is over: one of them is wrong.',
        )
      : wanted('offboard', false);
  }
  return source.activeRows === 'onboard'
    ? wanted('onboard', false)
    : ({ kind: 'idle', reason: 'still-active' } as const);
}

function wanted(action: LifecycleAction, isAlreadySo: boolean): WantedAction {
  return { kind: 'wanted', action, isAlreadySo };
}

function unclear(why: string): Refusal {
  return refusal('action-unclear', `It is not clear whether somebody joins or leaves: ${why}.`);
}
