import type { RemovalResult } from '../../remove-until-none-left.ts';
import type { StepResult } from '../../working/step.ts';
import { amountOf } from '../amount-of.ts';
import { listed } from '../listed.ts';

/**
 * What a removal came to, for people.
 * @param words.noun what was to go, `VPN session`, and `past` what became of it, `ended`
 * @param isResumed whether an earlier try may have removed some
 */
export function removalSummary<Item>(
  removal: RemovalResult<Item>,
  { noun, past, nameOf }: { noun: string; past: string; nameOf: (item: Item) => string },
  isResumed: boolean,
): StepResult {
  const { foundAtFirst, result } = removal;
  if (result === 'some-left') {
    const names = listed(removal.left.map(nameOf));
    const reasons = removal.notRemoved.map(({ what, reason }) => `${what}: ${reason}`);
    const why = listed(reasons, '; ') || 'nothing was refused, so it may have come back each time';
    return {
      result: 'open',
      summary: `${amountOf(removal.left.length, noun)} not ${past} after ${amountOf(removal.rounds, 'try').replace('trys', 'tries')}: ${names} (${why})`,
    };
  }
  if (foundAtFirst > 0) {
    return { result: 'done', summary: `${amountOf(foundAtFirst, noun)} ${past}, 0 left` };
  }
  if (isResumed)
    return { result: 'done', summary: `0 left of ${noun}s, some of which an earlier try ${past}` };
  return { result: 'not-needed', summary: `no ${noun}` };
}
