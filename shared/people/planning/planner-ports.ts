import type { PeopleSettings } from '../../config/people.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import type { Clock } from '../../time/clock.ts';
import type { PeopleChanges } from '../changes/people-changes.ts';
import type { RecordedBatches } from '../changes/recorded-batch.ts';
import type { TaskSchedule } from '../changes/task-schedule.ts';
import type { StepJournal } from '../steps/step-journal.ts';
import type { PeopleFiles } from './dropped-file.ts';
import type { PeopleFacts } from './people-facts.ts';
import type { TurnPace } from './plan-turns.ts';

/** Everything that planning touches. */
export interface PlannerPorts {
  readonly changes: PeopleChanges;
  readonly batches: RecordedBatches;
  readonly tasks: TaskSchedule;
  readonly journal: Pick<StepJournal, 'read'>;
  readonly events: EventPublisher;
  readonly files: PeopleFiles;
  readonly facts: PeopleFacts;
  readonly clock: Clock;
  readonly settings: PeopleSettings;
  readonly pace: TurnPace;
}
