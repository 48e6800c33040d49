import type { PersonTask } from '#shared/people/changes/person-task.ts';
import type { TaskSchedule } from '#shared/people/changes/task-schedule.ts';

/** A task, and when it begins. */
export interface DueTask {
  readonly task: PersonTask;
  readonly at: Date;
}

/** Tasks kept in memory until a test takes them out. */
export class InMemoryTaskSchedule implements TaskSchedule {
  readonly #tasks = new Map<string, DueTask>();

  set(task: PersonTask, at: Date): Promise<void> {
    this.#tasks.set(nameOf(task), { task, at });
    return Promise.resolve();
  }

  cancel(task: PersonTask): Promise<void> {
    this.#tasks.delete(nameOf(task));
    return Promise.resolve();
  }

  /** All that waits, the first due first. */
  waiting(): readonly DueTask[] {
    return [...this.#tasks.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** Takes out what is due at a moment, the first due first. */
  takeDue(now: Date): readonly PersonTask[] {
    const due = this.waiting().filter(({ at }) => at <= now);
    for (const { task } of due) this.#tasks.delete(nameOf(task));
    return due.map(({ task }) => task);
  }
}

function nameOf({ changeId, task }: PersonTask): string {
  return `${changeId}#${task}`;
}
