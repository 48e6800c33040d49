import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import { CallHistory, type CallWindow } from '../http/call-history.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RetryLimits } from '../http/retry-ladder.ts';

/**
 * What the admin API takes with one key. Deployments have the same limits, counted apart; here they count together.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-rate-limits
 */
export const adminWindows: readonly CallWindow[] = [
  { calls: 5, milliseconds: 1_000 },
  { calls: 14, milliseconds: 60_000 },
  { calls: 350, milliseconds: 1_800_000 },
];

/** How long each of very many calls takes on average, to tell when they will be done: 350 in half an hour, and a little. */
export const adminGapMilliseconds = 5_200;

/** After a 429, which names no time: the minute that is counted has to go by. */
export const adminRetryLimits: RetryLimits = {
  attempts: 4,
  firstWaitMilliseconds: 20_000,
  longestWaitMilliseconds: 60_000,
};

/**
 * The same client, slowed down to the pace of the admin API. The first 14 calls are made at once: one person who leaves
 * is cut off in seconds. For one key; calls must come one after the other.
 * @param history the calls of whoever used the key before, and then of this client too
 */
export function atAdminPace(
  http: HttpClient,
  { clock, sleep }: { clock: Clock; sleep: Sleep },
  history: CallHistory = new CallHistory(adminWindows),
): HttpClient {
  return {
    async send(call) {
      const wait = history.nextAt() - clock.now().getTime();
      if (wait > 0) await sleep(wait);
      try {
        return await http.send(call);
      } finally {
        history.note(clock.now().getTime());
      }
    },
  };
}
