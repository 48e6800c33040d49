import type { TimeZone } from '../../time/zoned-time.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { PersonTask } from '../changes/person-task.ts';

/** The wake-up call for a change, to whoever carries it out. */
export function taskOf(
  { changeId, request }: PersonChange,
  task: Exclude<PersonTask['task'], 'announce'>,
): PersonTask {
  return { version: 1, worker: request.kind, task, email: request.email, changeId };
}

/** In which people see when something happens to this person. */
export function timeZoneOf({ request }: PersonChange, otherwise: TimeZone): TimeZone {
  return request.effective.kind === 'scheduled' ? request.effective.timeZone : otherwise;
}
