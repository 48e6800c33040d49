import { chunksOf } from '../../non-empty.ts';
import type { PersonChange } from '../changes/person-change.ts';
import { timeZoneOf } from '../working/task-of.ts';
import { isIn } from './current-people.ts';
import { type ForgottenTask, forgottenTask } from './forgotten-task.ts';
import type { PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { peopleAtATime } from './record-plan.ts';

/**
 * Goes through everybody and sets again what would otherwise be forgotten with a lost schedule: schedules that were
 * deleted by hand, an outage of more than a day, a crash between recording and scheduling. Repeating it changes nothing.
 */
export async function sweepForgottenTasks(ports: PlannerPorts): Promise<PlannerOutcome> {
  let setCount = 0;
  let overdueCount = 0;
  for await (const page of ports.changes.all()) {
    for (const chunk of chunksOf(page, peopleAtATime)) {
      const set = (await Promise.all(chunk.map((change) => setAgain(change, ports)))).flat();
      setCount += set.length;
      overdueCount += set.filter(({ isOverdue }) => isOverdue).length;
    }
  }
  return { kind: 'swept', setCount, overdueCount };
}

async function setAgain(change: PersonChange, ports: PlannerPorts): Promise<ForgottenTask[]> {
  const { journal, tasks, clock, settings } = ports;
  const now = clock.now();
  const recorded = mayBeRemoved(change, now) ? await journal.read(change.changeId) : [];
  const forgotten = forgottenTask(change, { recorded, now });
  if (forgotten === undefined) return [];
  await tasks.set(forgotten.task, forgotten.at, timeZoneOf(change, settings.timeZone));
  return [forgotten];
}

/** Whether a removal may have been tried, so that the journal has to be asked. */
function mayBeRemoved(change: PersonChange, now: Date): boolean {
  return (
    change.request.kind === 'offboard' &&
    isIn(change, 'done') &&
    (change.standing.undoUntil ?? change.standing.at) <= now
  );
}
