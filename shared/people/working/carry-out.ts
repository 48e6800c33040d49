import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { PersonTask } from '../changes/person-task.ts';
import type { OpenStep } from '../steps/open-step.ts';
import type { ChangeIn } from './change-in.ts';
import { moveOn } from './move-on.ts';
import { nextAttemptAt } from './next-attempt.ts';
import { openSteps } from './open-steps.ts';
import { completedEvent, incompleteEvent } from './result-events.ts';
import { runSteps, type StepOutcome } from './run-steps.ts';
import type { PlannedStep } from './step.ts';
import { stillStands } from './still-stands.ts';
import { taskOf, timeZoneOf } from './task-of.ts';
import type { TaskOutcome } from './task-outcome.ts';
import type { WorkingPorts } from './working-ports.ts';

/** What is to happen to a person, and what comes after it. */
export interface Work {
  readonly steps: readonly PlannedStep[];
  /** Until when it can be undone once it is done; nothing when it cannot. */
  readonly undoUntil?: (doneAt: Date) => Date | undefined;
  /** What is to be done when it can no longer be undone. */
  readonly afterwards?: Extract<PersonTask['task'], 'remove'>;
}

/**
 * Carries a change out, or goes on with it after a crash. What could not be done is told and tried again later. Results
 * are published, and what follows is scheduled, before the change is moved on: a crash in between repeats them under the
 * same ids and loses nothing.
 * @throws RetryLater when this worker's time is over, or somebody else has moved the change
 */
export async function carryOut(
  change: ChangeIn<'planned' | 'under-way' | 'incomplete'>,
  work: Work,
  ports: WorkingPorts,
): Promise<TaskOutcome> {
  const begun = await begin(change, ports);
  const outcomes = await runSteps(
    begun,
    { steps: work.steps, attemptSince: begun.standing.since },
    { ...ports, isStillWanted: stillStands(begun, ports.changes) },
  );
  if (!outcomes) return { kind: 'nothing', because: 'somebody moved the change on meanwhile' };
  const open = openSteps(outcomes);
  return isNonEmpty(open) ? putOff(begun, open, ports) : finish(begun, outcomes, work, ports);
}

async function begin(
  change: ChangeIn<'planned' | 'under-way' | 'incomplete'>,
  { changes, clock }: WorkingPorts,
): Promise<ChangeIn<'under-way'>> {
  const { standing } = change;
  if (standing.state === 'under-way') return { ...change, standing };
  const attempts = standing.state === 'incomplete' ? standing.attempts : 0;
  return moveOn(changes, change, { state: 'under-way', since: clock.now(), attempts });
}

async function putOff(
  change: ChangeIn<'under-way'>,
  open: NonEmptyArray<OpenStep>,
  { changes, events, schedule, clock, timeZone }: WorkingPorts,
): Promise<TaskOutcome> {
  const now = clock.now();
  const attempts = change.standing.attempts + 1;
  const next = nextAttemptAt(attempts, now);
  await events.publish([incompleteEvent(change, 'incomplete', { open, attempts, nextAttemptAt: next, now })]);
  if (next) await schedule.set(taskOf(change, 'carry-out'), next, timeZoneOf(change, timeZone));
  await moveOn(changes, change, { state: 'incomplete', since: now, attempts, open, nextAttemptAt: next });
  return { kind: 'incomplete', open };
}

async function finish(
  change: ChangeIn<'under-way'>,
  outcomes: readonly StepOutcome[],
  { undoUntil: undoUntilAfter, afterwards }: Work,
  { changes, events, schedule, clock, timeZone }: WorkingPorts,
): Promise<TaskOutcome> {
  const now = clock.now();
  const undoUntil = undoUntilAfter?.(now);
  await events.publish([
    completedEvent(change, { records: outcomes.map(({ record }) => record), undoUntil, now }),
  ]);
  if (afterwards) {
    await schedule.set(taskOf(change, afterwards), undoUntil ?? now, timeZoneOf(change, timeZone));
  }
  await moveOn(changes, change, { state: 'done', at: now, undoUntil });
  return { kind: 'done' };
}
