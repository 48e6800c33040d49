import type { PersonChange } from '../changes/person-change.ts';
import type { PersonTask } from '../changes/person-task.ts';
import type { ChangeIn } from './change-in.ts';

/** A task may come this much before its time: schedules keep to the minute. */
const toleranceMilliseconds = 60_000;

/** What a task comes to, once it is seen how its change stands. */
export type TaskDecision =
  | { readonly kind: 'carry-out'; readonly change: ChangeIn<'planned' | 'under-way' | 'incomplete'> }
  | { readonly kind: 'remove'; readonly change: ChangeIn<'done'> }
  | { readonly kind: 'undo'; readonly change: ChangeIn<'undoing'> }
  /** It came before its time: have it come again then. */
  | { readonly kind: 'not-yet'; readonly at: Date }
  /** There is nothing to do, for a reason that goes into the log. */
  | { readonly kind: 'nothing'; readonly because: string };

/**
 * Whether a task is to be done, by how its change stands now. Tasks come twice, late, and after a later word about the
 * same person; only the change knows.
 * @param change the current change of the task's person
 */
export function decideTask(task: PersonTask, change: PersonChange | undefined, now: Date): TaskDecision {
  if (!change) return nothing('there is no change of this person');
  if (change.changeId !== task.changeId) return nothing('a later word about the person counts');
  if (change.request.kind !== task.worker) return nothing(`the change is to ${change.request.kind}`);
  const { standing } = change;
  switch (task.task) {
    case 'carry-out':
      if (standing.state === 'under-way') return { kind: 'carry-out', change: { ...change, standing } };
      if (standing.state === 'planned') {
        return whenDue(standing.startsAt, now, { kind: 'carry-out', change: { ...change, standing } });
      }
      if (standing.state === 'incomplete' && standing.nextAttemptAt) {
        return whenDue(standing.nextAttemptAt, now, { kind: 'carry-out', change: { ...change, standing } });
      }
      return nothing(`the change is ${standing.state}`);
    case 'remove':
      if (standing.state !== 'done') return nothing(`the change is ${standing.state}`);
      return whenDue(standing.undoUntil ?? now, now, { kind: 'remove', change: { ...change, standing } });
    case 'undo':
      if (standing.state !== 'undoing') return nothing(`the change is ${standing.state}`);
      return { kind: 'undo', change: { ...change, standing } };
    case 'announce':
      return nothing('announcing is not for this worker');
  }
}

function whenDue(at: Date, now: Date, due: TaskDecision): TaskDecision {
  return at.getTime() > now.getTime() + toleranceMilliseconds ? { kind: 'not-yet', at } : due;
}

function nothing(because: string): TaskDecision {
  return { kind: 'nothing', because };
}
