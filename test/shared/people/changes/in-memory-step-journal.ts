import type { ChangeId } from '#shared/people/changes/change-id.ts';
import type { StepJournal } from '#shared/people/steps/step-journal.ts';
import type { StepRecord } from '#shared/people/steps/step-record.ts';

/** Steps kept in memory, in the order in which they were first recorded. */
export class InMemoryStepJournal implements StepJournal {
  readonly #steps = new Map<ChangeId, Map<string, StepRecord>>();

  read(change: ChangeId): Promise<readonly StepRecord[]> {
    return Promise.resolve([...(this.#steps.get(change)?.values() ?? [])]);
  }

  record(change: ChangeId, step: StepRecord): Promise<void> {
    const steps = this.#steps.get(change) ?? new Map<string, StepRecord>();
    this.#steps.set(change, steps.set(`${step.step}#${step.organisation}`, step));
    return Promise.resolve();
  }
}
