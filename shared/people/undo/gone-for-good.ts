import type { OpenStep } from '../steps/open-step.ts';
import type { StepName, StepRecord } from '../steps/step-record.ts';

/** What no call gives back, and what the person does instead. */
const insteadOf: Partial<Record<StepName, string>> = {
  'revoke-device-certificates':
    'Certificates that were revoked cannot be given back: the person enrols the devices for zero-trust access again.',
  'remove-roaming-computers':
    'Roaming computers that were removed cannot be given back: their clients enrol again, or have to be installed anew.',
};

/** The steps that have taken something away for good, with what to do. */
export function goneForGood(recorded: readonly StepRecord[]): OpenStep[] {
  return recorded.flatMap(({ step, organisation, result }) => {
    const reason = insteadOf[step];
    // A step that did not end well may have taken some.
    const mayHaveTaken = result === 'done' || result === 'open' || result === 'begun';
    return mayHaveTaken && reason !== undefined ? [{ step, organisation, reason }] : [];
  });
}
