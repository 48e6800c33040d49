import type { OnboardingId } from './onboarding-id.ts';
import type { StepRecord } from './step-record.ts';

/** Where the steps of onboardings are recorded, one row for each step and subject. */
export interface StepJournal {
  /** All that is recorded of an onboarding, in no order; consistent. */
  read(onboarding: OnboardingId): Promise<readonly StepRecord[]>;
  /**
   * Records that a step begins, if what is recorded of it is still what was read. Of two functions only one is told
   * `begun`, and only that one may go on.
   */
  begin(
    onboarding: OnboardingId,
    step: StepRecord,
    instead: StepRecord | undefined,
  ): Promise<'begun' | 'contested'>;
  /** Records what became of a step. Resolves when it is durable. */
  record(onboarding: OnboardingId, step: StepRecord): Promise<void>;
}
