import { RefusedInput } from '../../errors/refused-input.ts';
import type { StepName } from './step-record.ts';

/** A step: how to see whether it is done, and how to do it. */
export interface Step<Found> extends StepName {
  /**
   * What the step is to make, if it is there.
   * @throws RefusedInput when what is there is in the way
   */
  look(): Promise<Found | undefined>;
  /**
   * Makes it, by one change as its last call: whatever it throws but OutcomeUnknown says that nothing was made. What it
   * does not return is looked for.
   * @throws RefusedInput when it cannot be done as it was asked for; other steps go on
   */
  act(): Promise<Found | undefined>;
  /** For the record; never a secret. */
  describe(found: Found | undefined): string;
}

/** How a step ended. What was made may not show yet. */
export type StepEnd<Found> =
  | { readonly result: 'done' | 'already'; readonly found: Found | undefined }
  | LeftOpen;

/** It could not be done. */
export interface LeftOpen {
  readonly result: 'open';
  readonly reason: string;
}

/** What a look comes to. One that is refused leaves the step to a person, like a refusal of the step itself. */
export async function lookAt<Found>(step: Step<Found>): Promise<{ there: Found | undefined } | LeftOpen> {
  try {
    return { there: await step.look() };
  } catch (error) {
    if (error instanceof RefusedInput) return { result: 'open', reason: error.message };
    throw error;
  }
}
