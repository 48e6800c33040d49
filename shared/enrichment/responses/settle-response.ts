import type { AuthorisedXdrClient } from '../../cisco/xdr/authorised-client.ts';
import type { Observable } from '../../cisco/xdr/observable.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import { listOffer } from './list-offer.ts';
import { restOfUnheardSeconds, secondsOfPatience } from './patience.ts';
import type { ResponseEnd } from './response-end.ts';
import type { OpenResponse } from './response-journal.ts';

/**
 * When a trigger is over for certain, in seconds after it was written down: no function runs for longer than that.
 */
const overAfterSeconds = 300;

/**
 * Finds out what became of an action that was written down and whose end nobody knows. It is never triggered again:
 *
 * | listed now | end |
 * | --- | --- |
 * | no longer, and its module answers | `done`: it was listed just before it was written down |
 * | still | `unknown`: modules may go on offering what they have done, so this proves nothing |
 * | its module does not answer | looked at again for a while, then `unknown` |
 * @throws RetryLater while the function that wrote it down may still be at it, and while its module does not answer
 */
export async function settleResponse(
  response: OpenResponse,
  observable: Observable,
  { client, clock }: { client: AuthorisedXdrClient; clock: Clock },
): Promise<ResponseEnd> {
  const age = ageSeconds(response, clock);
  if (age < overAfterSeconds) throw mayBeUnderWay(response, clock);
  const offer = await listOffer(client, response, observable);
  if (offer.kind === 'not-offered') return doneWithoutAnswer;
  if (offer.kind === 'unheard' && age < secondsOfPatience) {
    throw new RetryLater(offer.message, { retryAfterSeconds: restOfUnheardSeconds });
  }
  const said =
    offer.kind === 'offered'
      ? `${offer.action.module.name} still offers the action, which it may do although it has acted.`
      : offer.message;
  return { result: 'unknown', message: `The answer was lost. ${said} ${adviceForUnknown}` };
}

/**
 * Looks at once when the answer to a trigger of our own was lost: an action that is gone by now is done.
 * @throws RetryLater with the seconds until the rest can be settled
 */
export async function settleLostAnswer(
  response: OpenResponse,
  observable: Observable,
  { client, clock }: { client: AuthorisedXdrClient; clock: Clock },
): Promise<ResponseEnd> {
  const offer = await listOffer(client, response, observable);
  if (offer.kind === 'not-offered') return doneWithoutAnswer;
  throw mayBeUnderWay(response, clock);
}

/** What a function is told that finds an action in the hands of another. */
export function mayBeUnderWay(response: OpenResponse, clock: Clock): RetryLater {
  const { actionId, openedAt } = response;
  return new RetryLater(
    `The action ${actionId} was written down at ${openedAt} and may still be under way. It is looked at again when it is over for certain.`,
    { retryAfterSeconds: Math.max(1, overAfterSeconds - ageSeconds(response, clock)) },
  );
}

function ageSeconds({ openedAt }: OpenResponse, clock: Clock): number {
  return (clock.now().getTime() - Date.parse(openedAt)) / 1_000;
}

const doneWithoutAnswer: ResponseEnd = {
  result: 'done',
  message: 'The answer was lost, but the module no longer offers the action.',
};

const adviceForUnknown =
  'It is not triggered again: look in the console of the product, and do it there if it is not done.';
