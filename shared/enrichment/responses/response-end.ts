import type { ResponseOutcome } from '../verdict-decision.ts';
import type { ResponseOrder } from './responder.ts';

/** How an order ended, without repeating what was ordered. */
export type ResponseEnd = Pick<ResponseOutcome, 'result' | 'message'>;

/** As many characters as an outcome keeps. */
const longestMessage = 500;

/** An order with how it ended. */
export function outcomeOfOrder(
  { moduleInstanceId, actionId }: Pick<ResponseOrder, 'moduleInstanceId' | 'actionId'>,
  { result, message }: ResponseEnd,
): ResponseOutcome {
  return {
    moduleInstanceId,
    actionId,
    result,
    // A cut may halve a character outside the basic plane.
    ...(message && { message: message.slice(0, longestMessage).toWellFormed() }),
  };
}
