import { isNonEmpty } from '../../non-empty.ts';
import type { ChangeIn } from '../working/change-in.ts';
import { moveOn } from '../working/move-on.ts';
import { nextAttemptAt } from '../working/next-attempt.ts';
import { openSteps } from '../working/open-steps.ts';
import { incompleteEvent } from '../working/result-events.ts';
import { runSteps } from '../working/run-steps.ts';
import type { PlannedStep } from '../working/step.ts';
import { stillStands } from '../working/still-stands.ts';
import { taskOf, timeZoneOf } from '../working/task-of.ts';
import type { TaskOutcome } from '../working/task-outcome.ts';
import type { WorkingPorts } from '../working/working-ports.ts';

/** Takes a leaver out of the organisations, when nothing can be undone any more. What fails is told and tried again. */
export async function removeLeaver(
  change: ChangeIn<'done'>,
  steps: readonly PlannedStep[],
  ports: WorkingPorts,
): Promise<TaskOutcome> {
  const { changes, events, schedule, clock, timeZone } = ports;
  const outcomes = await runSteps(
    change,
    { steps, attemptSince: change.standing.at },
    { ...ports, isStillWanted: stillStands(change, changes) },
  );
  if (!outcomes) return { kind: 'nothing', because: 'somebody moved the change on meanwhile' };
  const now = clock.now();
  const open = openSteps(outcomes);
  if (isNonEmpty(open)) {
    const attempts = Math.max(...outcomes.map(({ record }) => record.attempts));
    const next = nextAttemptAt(attempts, now);
    const attempt = { open, attempts, nextAttemptAt: next, now };
    await events.publish([incompleteEvent(change, 'not-removed', attempt)]);
    if (next) await schedule.set(taskOf(change, 'remove'), next, timeZoneOf(change, timeZone));
    return { kind: 'incomplete', open };
  }
  await moveOn(changes, change, { state: 'removed', at: now });
  return { kind: 'removed' };
}
