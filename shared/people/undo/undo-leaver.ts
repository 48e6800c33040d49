import { RetryLater } from '../../errors/retry-later.ts';
import type { StepRecord } from '../steps/step-record.ts';
import type { ChangeIn } from '../working/change-in.ts';
import { moveOn } from '../working/move-on.ts';
import { openSteps } from '../working/open-steps.ts';
import { undoneEvent } from '../working/result-events.ts';
import { runSteps } from '../working/run-steps.ts';
import type { PlannedStep } from '../working/step.ts';
import { stillStands } from '../working/still-stands.ts';
import { taskOf } from '../working/task-of.ts';
import type { TaskOutcome } from '../working/task-outcome.ts';
import type { WorkingPorts } from '../working/working-ports.ts';
import { goneForGood } from './gone-for-good.ts';

/** Before a place that is down is asked once more, in seconds. */
const secondsUntilAskedAgain = 300;

/**
 * Gives back what was taken away. What is refused is told; what may work later is waited for, since nobody is told that
 * they are back who is not.
 * @param recorded the steps of the offboarding
 * @throws RetryLater when a place is down, or this worker's time is over
 */
export async function undoLeaver(
  change: ChangeIn<'undoing'>,
  { steps, recorded }: { steps: readonly PlannedStep[]; recorded: readonly StepRecord[] },
  ports: WorkingPorts,
): Promise<TaskOutcome> {
  const { changes, events, schedule, clock } = ports;
  const { since, by } = change.standing;
  const outcomes = await runSteps(
    change,
    { steps, attemptSince: since },
    { ...ports, isStillWanted: stillStands(change, changes) },
  );
  if (!outcomes) return { kind: 'nothing', because: 'somebody moved the change on meanwhile' };
  const down = outcomes.find(({ mayWorkLater }) => mayWorkLater);
  if (down) {
    throw new RetryLater(`The undo waits for ${down.record.step}: ${down.record.summary}`, {
      retryAfterSeconds: secondsUntilAskedAgain,
    });
  }
  const now = clock.now();
  const open = [...openSteps(outcomes), ...goneForGood(recorded)];
  await events.publish([undoneEvent(change, { undoneBy: by, open, now })]);
  await schedule.cancel(taskOf(change, 'remove'));
  await schedule.cancel(taskOf(change, 'carry-out'));
  await moveOn(changes, change, { state: 'undone', at: now, by, open });
  return { kind: 'undone' };
}
