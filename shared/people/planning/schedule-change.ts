import type { PersonChange } from '../changes/person-change.ts';
import type { PersonTask } from '../changes/person-task.ts';
import { dueAt } from '../lifecycle/effective-time.ts';
import type { ChangeIn } from '../working/change-in.ts';
import { taskOf, timeZoneOf } from '../working/task-of.ts';
import type { PlannerPorts } from './planner-ports.ts';

const millisecondsPerHour = 3_600_000;

/** Has a planned change carried out at its turn, and announced before. Repeating it changes nothing. */
export async function scheduleChange(change: ChangeIn<'planned'>, ports: PlannerPorts): Promise<void> {
  await scheduleTurn(change, ports);
  const announceAt = announcementTime(change, ports);
  if (announceAt === undefined) return;
  await ports.tasks.set(announcementOf(change), announceAt, timeZoneOf(change, ports.settings.timeZone));
}

/** Has a planned change carried out at its turn. */
export async function scheduleTurn(change: ChangeIn<'planned'>, ports: PlannerPorts): Promise<void> {
  const timeZone = timeZoneOf(change, ports.settings.timeZone);
  await ports.tasks.set(taskOf(change, 'carry-out'), change.standing.startsAt, timeZone);
}

/** Forgets what was to begin by itself. Tasks that come all the same find that their change no longer counts. */
export async function unscheduleChange(change: PersonChange, { tasks }: PlannerPorts): Promise<void> {
  for (const task of waitingTasks(change)) await tasks.cancel(task);
}

function waitingTasks(change: PersonChange): PersonTask[] {
  switch (change.standing.state) {
    case 'planned':
      return [taskOf(change, 'carry-out'), announcementOf(change)];
    case 'incomplete':
      return [taskOf(change, 'carry-out')];
    case 'done':
      return change.standing.undoUntil ? [taskOf(change, 'remove')] : [];
    default:
      return [];
  }
}

/** Somebody who joins or leaves at once is not announced, and nobody whose time has come. */
function announcementTime(
  { request: { effective } }: PersonChange,
  { settings: { warnHoursBefore }, clock }: PlannerPorts,
): Date | undefined {
  const due = dueAt(effective);
  if (effective.kind === 'immediate' || warnHoursBefore === 0 || due <= clock.now()) return undefined;
  return new Date(due.getTime() - warnHoursBefore * millisecondsPerHour);
}

function announcementOf({ changeId, request: { email } }: PersonChange): PersonTask {
  return { version: 1, worker: 'plan', task: 'announce', email, changeId };
}
