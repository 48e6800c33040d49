import type { OpenStep } from '../steps/open-step.ts';
import type { StepOutcome } from './run-steps.ts';

/** The steps that could not be done, in their order. */
export function openSteps(outcomes: readonly StepOutcome[]): OpenStep[] {
  return outcomes.flatMap(({ record: { step, organisation, result, summary } }) =>
    result === 'open' ? [{ step, organisation, reason: summary }] : [],
  );
}
