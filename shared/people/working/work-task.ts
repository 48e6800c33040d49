import type { PersonTask } from '../changes/person-task.ts';
import { decideTask, type TaskDecision } from './task-gate.ts';
import { timeZoneOf } from './task-of.ts';
import type { TaskOutcome } from './task-outcome.ts';
import type { WorkingPorts } from './working-ports.ts';

type Decided<Kind extends TaskDecision['kind']> = Extract<TaskDecision, { kind: Kind }>;

/** What a worker can do to a change. Whoever lets people in has nothing to remove and nothing to undo. */
export interface TaskHandlers {
  carryOut(change: Decided<'carry-out'>['change'], ports: WorkingPorts): Promise<TaskOutcome>;
  remove?(change: Decided<'remove'>['change'], ports: WorkingPorts): Promise<TaskOutcome>;
  undo?(change: Decided<'undo'>['change'], ports: WorkingPorts): Promise<TaskOutcome>;
}

/**
 * Does what a task asks for, if its change says that it is to be done, and that it is time.
 * @throws RetryLater when the task has to come again
 */
export async function workTask(
  task: PersonTask,
  handlers: TaskHandlers,
  ports: WorkingPorts,
): Promise<TaskOutcome> {
  const change = await ports.changes.find(task.email);
  const decision = decideTask(task, change, ports.clock.now());
  switch (decision.kind) {
    case 'carry-out':
      return handlers.carryOut(decision.change, ports);
    case 'remove':
      return handlers.remove?.(decision.change, ports) ?? notOurs(task);
    case 'undo':
      return handlers.undo?.(decision.change, ports) ?? notOurs(task);
    case 'not-yet':
      if (change) await ports.schedule.set(task, decision.at, timeZoneOf(change, ports.timeZone));
      return decision;
    case 'nothing':
      return decision;
  }
}

function notOurs({ task }: PersonTask): TaskOutcome {
  return { kind: 'nothing', because: `nothing is ever to ${task} for this worker` };
}
