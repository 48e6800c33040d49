import type { OnboardingId } from '#shared/organisations/onboarding/onboarding-id.ts';
import type { StepJournal } from '#shared/organisations/onboarding/step-journal.ts';
import type { StepRecord } from '#shared/organisations/onboarding/step-record.ts';

/** Records in memory, with the one condition that the port promises. */
export class InMemoryStepJournal implements StepJournal {
  readonly #records = new Map<string, StepRecord>();

  async read(onboarding: OnboardingId): Promise<readonly StepRecord[]> {
    return [...this.#records].filter(([key]) => key.startsWith(onboarding)).map(([, record]) => record);
  }

  async begin(onboarding: OnboardingId, step: StepRecord, instead: StepRecord | undefined) {
    const key = keyOf(onboarding, step);
    if (this.#records.get(key) !== instead) return 'contested';
    this.#records.set(key, step);
    return 'begun';
  }

  async record(onboarding: OnboardingId, step: StepRecord): Promise<void> {
    this.#records.set(keyOf(onboarding, step), step);
  }

  /** Everything, for tests that look for what must not be there. */
  all(): readonly StepRecord[] {
    return [...this.#records.values()];
  }
}

function keyOf(onboarding: OnboardingId, { step, subject }: StepRecord): string {
  return `${onboarding} ${step} ${subject}`;
}
