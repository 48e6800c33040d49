import { RefusedInput } from '../../errors/refused-input.ts';
import type { ChangeOutcome } from '../../people/change-outcome.ts';

/** @throws RefusedInput, with the reason, when the change was refused */
export function changedOrRefused(outcome: ChangeOutcome): void {
  if (outcome.result === 'refused') throw new RefusedInput(outcome.reason);
}
