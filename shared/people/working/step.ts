import type { OrganisationName } from '../../config/names.ts';
import type { StepName, TakenAway } from '../steps/step-record.ts';

/** What one try of a step came to. `summary` is for people; where it is open, it says why and what they can do. */
export interface StepResult {
  readonly result: 'done' | 'already' | 'not-needed' | 'open';
  readonly summary: string;
}

/** What a step knows of earlier tries, and how it puts down what it is about to take away. */
export interface StepContext {
  /** All that was put down by this step so far, in earlier attempts too. */
  readonly takenAway: TakenAway;
  /** Whether a try before this one did not end, so that it may have done something that nobody has put down. */
  readonly isResumed: boolean;
  /** Puts down what is about to be taken away, beside what stands there. Resolves when it is durable. */
  keep(taken: TakenAway): Promise<void>;
}

/** One step in one organisation, ready to be done. Doing it again must do no harm. */
export interface PlannedStep {
  readonly step: StepName;
  readonly organisation: OrganisationName;
  /**
   * Looks what is there, does what is left to do, and looks again where an answer proves nothing.
   * @throws RetryLater, OutcomeUnknown when it may work in a while
   * @throws ConfigurationProblem, GiveUp, RefusedInput when it cannot be done
   */
  run(context: StepContext): Promise<StepResult>;
}
