import type { PersonTask } from '../changes/person-task.ts';
import { isIn } from './current-people.ts';
import { nothing, type PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { dueEvent } from './planning-events.ts';

/** Announces that somebody joins or leaves soon, if that is still so. */
export async function announceChange(
  { email, changeId }: PersonTask,
  { changes, events, clock }: PlannerPorts,
): Promise<PlannerOutcome> {
  const change = await changes.find(email);
  if (change?.changeId !== changeId || !isIn(change, 'planned')) {
    return nothing(`the change ${changeId} is no longer planned`);
  }
  await events.publish([dueEvent(change, clock.now())]);
  return { kind: 'announced', changeId };
}
