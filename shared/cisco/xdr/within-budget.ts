import type { OrganisationName } from '../../config/names.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { BudgetLane, RequestBudget } from './request-budget.ts';

/**
 * The same client, kept within what we may send to the XDR of one organisation. Nothing is sent while XDR refuses
 * requests, whichever function was refused, nor beyond our share of the organisation's hour: RetryLater then says how
 * long it takes until something may be sent. Nobody waits here.
 *
 * An attempt that the client repeats on its own counts once: let it make few.
 */
export function withinXdrBudget(
  http: HttpClient,
  context: { budget: RequestBudget; organisation: OrganisationName; lane: BudgetLane; clock: Clock },
): HttpClient {
  const { budget, organisation, lane, clock } = context;
  return {
    async send(call) {
      const place = await budget.take(organisation, lane);
      if (place.kind === 'paused') {
        throw new RetryLater(
          `XDR refuses requests of organisation ${organisation} until ${place.until.toISOString()}: its 8,000 requests in an hour are used up, by all programs and people together.`,
          { retryAfterSeconds: secondsUntil(place.until) },
        );
      }
      if (place.kind === 'full') {
        throw new RetryLater(
          `Our share of the requests that organisation ${organisation} may send to XDR in an hour is used up; the next is free at ${place.freeAt.toISOString()}. A larger "enrichment.shareOfRateLimit" leaves less to people.`,
          { retryAfterSeconds: secondsUntil(place.freeAt) },
        );
      }
      try {
        return await http.send(call);
      } catch (error) {
        if (error instanceof RetryLater && error.retryAfterSeconds > 0) {
          const until = new Date(clock.now().getTime() + error.retryAfterSeconds * 1_000);
          await budget.pause(organisation, until);
        }
        throw error;
      }
    },
  };

  function secondsUntil(moment: Date): number {
    return Math.max(1, Math.ceil((moment.getTime() - clock.now().getTime()) / 1_000));
  }
}
