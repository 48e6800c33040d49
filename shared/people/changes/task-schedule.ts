import type { TimeZone } from '../../time/zoned-time.ts';
import type { PersonTask } from './person-task.ts';

/** Has a task begun at a moment. There is one schedule for each task of a change. */
export interface TaskSchedule {
  /**
   * From now on this task is due at that moment, once, and no longer at another; one that is past is due now. The
   * schedule goes away by itself.
   * @param timeZone in which people see it
   */
  set(task: PersonTask, at: Date, timeZone: TimeZone): Promise<void>;
  /** It no longer happens. One that is not there is as wished. */
  cancel(task: PersonTask): Promise<void>;
}
