import type { PersonChange } from '../changes/person-change.ts';
import type { PersonTask } from '../changes/person-task.ts';
import { removalSteps, type StepRecord } from '../steps/step-record.ts';
import { nextAttemptAt } from '../working/next-attempt.ts';
import { taskOf } from '../working/task-of.ts';

const minutes = 60_000;
const hours = 60 * minutes;

/** A schedule that is lost is set again this long before it is needed: a sweep or two may fail. */
const aheadMilliseconds = 26 * hours;

/** A schedule keeps to the minute, and a queue may hold a few who are worked on first. */
const beginningDelayMilliseconds = 15 * minutes;

/** Nobody is worked on for so long, and nobody who was cut off long ago is in a hurry to be removed. */
const patientDelayMilliseconds = 1 * hours;

/** A task that is set once more, since its schedule may be lost. */
export interface ForgottenTask {
  readonly task: PersonTask;
  readonly at: Date;
  /** It should have been taken up before: something was lost, or is stuck. */
  readonly isOverdue: boolean;
}

/** When the next thing happens to a person by itself. */
interface ExpectedTask {
  readonly task: 'carry-out' | 'remove';
  readonly at: Date;
  /** How late it may be before it counts as overdue. */
  readonly delayMilliseconds: number;
}

/**
 * The task of a change that has to be set again: it is overdue, or due within a day. Doing so too often is harmless,
 * since a task decides nothing; an undo is left to its message, which comes again until it is done.
 *
 * @param recorded the steps of the change so far: a removal that failed tells there when it is tried again
 */
export function forgottenTask(
  change: PersonChange,
  { recorded, now }: { recorded: readonly StepRecord[]; now: Date },
): ForgottenTask | undefined {
  const expected = expectedTask(change, recorded);
  if (expected === undefined) return undefined;
  const { at, delayMilliseconds } = expected;
  const lateMilliseconds = now.getTime() - at.getTime();
  const isOverdue = lateMilliseconds > delayMilliseconds;
  const isDueSoon = lateMilliseconds <= 0 && -lateMilliseconds <= aheadMilliseconds;
  if (!isOverdue && !isDueSoon) return undefined;
  return { task: taskOf(change, expected.task), at, isOverdue };
}

function expectedTask(change: PersonChange, recorded: readonly StepRecord[]): ExpectedTask | undefined {
  const { standing } = change;
  switch (standing.state) {
    case 'planned':
      return carryOut(standing.startsAt, beginningDelayMilliseconds);
    case 'incomplete':
      return standing.nextAttemptAt && carryOut(standing.nextAttemptAt, beginningDelayMilliseconds);
    case 'under-way':
      return carryOut(standing.since, patientDelayMilliseconds);
    case 'done': {
      const at = isRemoved(change) ? removalTime(standing, recorded) : undefined;
      return at && { task: 'remove', at, delayMilliseconds: patientDelayMilliseconds };
    }
    default:
      return undefined;
  }
}

function carryOut(at: Date, delayMilliseconds: number): ExpectedTask {
  return { task: 'carry-out', at, delayMilliseconds };
}

/** Only leavers are taken out of the organisations some day. */
function isRemoved({ request: { kind } }: PersonChange): boolean {
  return kind === 'offboard';
}

/** When a leaver is removed, or tried to be again; nothing when a person must act. */
function removalTime(
  { at, undoUntil }: { at: Date; undoUntil?: Date | undefined },
  recorded: readonly StepRecord[],
): Date | undefined {
  const tried = recorded.filter(({ step }) => removalSteps.some((removal) => removal === step));
  if (tried.length === 0) return undoUntil ?? at;
  const attempts = Math.max(...tried.map((record) => record.attempts));
  const lastAt = Math.max(...tried.map(({ beganAt, endedAt }) => (endedAt ?? beganAt).getTime()));
  return nextAttemptAt(attempts, new Date(lastAt));
}
