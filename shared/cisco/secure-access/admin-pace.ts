import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RetryLimits } from '../http/retry-ladder.ts';

/**
 * Between two calls with one key. The admin API allows 5 a second, 14 a minute and 350 in half an hour: one call in
 * 5.2 seconds keeps within all three however long it goes on. Deployments have the same limits, counted apart.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-rate-limits
 */
export const adminGapMilliseconds = 5_200;

/** After a 429, which names no time: the minute that is counted has to go by. */
export const adminRetryLimits: RetryLimits = {
  attempts: 4,
  firstWaitMilliseconds: 20_000,
  longestWaitMilliseconds: 60_000,
};

/** The same client, slowed down to the pace of the admin API. For one key; calls must come one after the other. */
export function atAdminPace(http: HttpClient, { clock, sleep }: { clock: Clock; sleep: Sleep }): HttpClient {
  let nextAt = 0;
  return {
    async send(call) {
      const wait = nextAt - clock.now().getTime();
      if (wait > 0) await sleep(wait);
      try {
        return await http.send(call);
      } finally {
        nextAt = clock.now().getTime() + adminGapMilliseconds;
      }
    },
  };
}
