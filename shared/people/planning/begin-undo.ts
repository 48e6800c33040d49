import type { PersonUndoRequested } from '../../events/people-commands.ts';
import { decideUndo } from '../undo/decide-undo.ts';
import { moveOn } from '../working/move-on.ts';
import { taskOf, timeZoneOf } from '../working/task-of.ts';
import { isIn } from './current-people.ts';
import { nothing, type PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { unscheduleChange } from './schedule-change.ts';

/** Has what an offboarding took away given back, at once. Repeating it changes nothing. */
export async function beginUndo(
  { email, changeId, requestedBy }: PersonUndoRequested,
  ports: PlannerPorts,
): Promise<PlannerOutcome> {
  const change = await ports.changes.find(email);
  if (change?.changeId !== changeId) return nothing(`the change ${changeId} is no longer the current one`);
  const now = ports.clock.now();
  const decision = decideUndo(change, now);
  if (decision.kind === 'impossible') return nothing(decision.reason);
  const isBegun = isIn(change, 'undoing');
  if (!isBegun) await moveOn(ports.changes, change, { state: 'undoing', since: now, by: requestedBy });
  await unscheduleChange(change, ports);
  await ports.tasks.set(taskOf(change, 'undo'), now, timeZoneOf(change, ports.settings.timeZone));
  return { kind: 'undoing', changeId };
}
