import type { OnboardingId } from '#shared/organisations/onboarding/onboarding-id.ts';
import type { OnboardingRecord, OnboardingRecords } from '#shared/organisations/orders/onboarding-record.ts';

/** The last word about each onboarding, in memory. */
export class InMemoryOnboardingRecords implements OnboardingRecords {
  readonly #records = new Map<OnboardingId, OnboardingRecord>();

  async find(onboarding: OnboardingId): Promise<OnboardingRecord | undefined> {
    return this.#records.get(onboarding);
  }

  async all(): Promise<readonly OnboardingRecord[]> {
    return [...this.#records.values()];
  }

  async keep(record: OnboardingRecord): Promise<void> {
    this.#records.set(record.onboarding, record);
  }
}
