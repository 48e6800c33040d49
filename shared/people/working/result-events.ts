import type { OutgoingEvent } from '../../events/event-publisher.ts';
import {
  type OffboardingIncomplete,
  type OffboardingUndone,
  type OnboardingIncomplete,
  peopleEventSource,
  type UserOffboarded,
  type UserOnboarded,
} from '../../events/people-results.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { OpenStep } from '../steps/open-step.ts';
import type { StepRecord } from '../steps/step-record.ts';

/** The event that every step of a change is done. A repeat of it has the same id. */
export function completedEvent(
  change: PersonChange,
  { records, undoUntil, now }: { records: readonly StepRecord[]; undoUntil?: Date | undefined; now: Date },
): OutgoingEvent {
  const detail = { ...aboutChange(change, 'done', now), steps: records.flatMap(doneStep) };
  if (change.request.kind === 'onboard') return event('UserOnboarded', detail satisfies UserOnboarded);
  return event('UserOffboarded', {
    ...detail,
    undoUntil: undoUntil?.toISOString(),
  } satisfies UserOffboarded);
}

/** What an attempt left open. */
export interface IncompleteAttempt {
  readonly open: NonEmptyArray<OpenStep>;
  /** Attempts so far, this one included. */
  readonly attempts: number;
  readonly nextAttemptAt: Date | undefined;
}

/**
 * The event that something could not be done.
 * @param what of the change it was: `incomplete`, or `not-removed` after the undo window
 */
export function incompleteEvent(
  change: PersonChange,
  what: 'incomplete' | 'not-removed',
  { open, attempts, nextAttemptAt, now }: IncompleteAttempt & { readonly now: Date },
): OutgoingEvent {
  const detail = {
    ...aboutChange(change, `${what}-${attempts}`, now),
    open: [...open],
    attempts,
    nextAttemptAt: nextAttemptAt?.toISOString(),
  } satisfies OffboardingIncomplete & OnboardingIncomplete;
  return event(change.request.kind === 'onboard' ? 'OnboardingIncomplete' : 'OffboardingIncomplete', detail);
}

/** The event that what an offboarding took away was given back, but for what is open. */
export function undoneEvent(
  change: PersonChange,
  { undoneBy, open, now }: { undoneBy: string; open: readonly OpenStep[]; now: Date },
): OutgoingEvent {
  return event('OffboardingUndone', {
    ...aboutChange(change, 'undone', now),
    undoneBy,
    open: [...open],
  } satisfies OffboardingUndone);
}

function event(detailType: OutgoingEvent['detailType'], detail: object): OutgoingEvent {
  return { source: peopleEventSource, detailType, detail };
}

function aboutChange(change: PersonChange, what: string, now: Date) {
  const { changeId, requestId, source, request, batchSize } = change;
  return {
    version: 1,
    eventId: `${changeId}-${what}`,
    changeId,
    requestId,
    email: request.email,
    source,
    ticket: request.ticket,
    batchSize,
    occurredAt: now.toISOString(),
  } as const;
}

/** For an event that tells that all is done, so that no other result is among them. */
function doneStep({ step, organisation, result, summary }: StepRecord): UserOffboarded['steps'] {
  return result === 'begun' || result === 'open' ? [] : [{ step, organisation, result, summary }];
}
