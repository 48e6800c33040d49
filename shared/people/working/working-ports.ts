import type { EventPublisher } from '../../events/event-publisher.ts';
import type { TimeZone } from '../../time/zoned-time.ts';
import type { PeopleChanges } from '../changes/people-changes.ts';
import type { TaskSchedule } from '../changes/task-schedule.ts';
import type { StepJournal } from '../steps/step-journal.ts';
import type { StepPorts } from './run-step.ts';

/** What whoever works on changes to people touches, beside the places that they are in. */
export interface WorkingPorts extends StepPorts {
  readonly changes: PeopleChanges;
  readonly journal: StepJournal;
  readonly schedule: TaskSchedule;
  readonly events: EventPublisher;
  /** For those of whom no other is told. */
  readonly timeZone: TimeZone;
}
