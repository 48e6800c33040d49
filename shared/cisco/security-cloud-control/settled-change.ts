import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { ChangeOutcome } from '../../people/change-outcome.ts';
import type { ItemResult } from './item-result.ts';

/**
 * Makes a change and, unless the platform says that it succeeded, looks what is there: a person who is in the group
 * already is refused, with words that are not documented, and so is one whom a try with a lost answer put there.
 * @param isSo whether what was wished is there
 * @throws OutcomeUnknown when the answer was lost and what was wished is not there, or not yet: a list may learn of a
 *   change a little later, so look again before repeating it
 */
export async function settledChange(
  change: () => Promise<ItemResult>,
  isSo: () => Promise<boolean>,
): Promise<ChangeOutcome> {
  const result = await answered(change);
  if (result.result === 'changed') return result;
  if (await isSo()) return { result: 'already' };
  if (result.result === 'unknown') throw result.error;
  return result;
}

type Answered = ItemResult | { readonly result: 'unknown'; readonly error: OutcomeUnknown };

/** A call that is refused as a whole refuses its one item. */
async function answered(change: () => Promise<ItemResult>): Promise<Answered> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof RefusedInput) return { result: 'refused', reason: error.message };
    if (error instanceof OutcomeUnknown) return { result: 'unknown', error };
    throw error;
  }
}
