import type { Clock } from '../../../time/clock.ts';
import type { Sleep } from '../../../time/sleep.ts';
import type { HttpClient } from '../../http/http-client.ts';

/**
 * Between two calls to the reports, which take 5 a second: a fifth of a second, and what calls that take different
 * times on their way need to arrive as far apart.
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-rate-limits
 */
export const reportsGapMilliseconds = 250;

/** The same client, slowed down to the pace of the reports, also where calls are made at the same time. */
export function atReportsPace(
  http: HttpClient,
  { clock, sleep }: { clock: Clock; sleep: Sleep },
): HttpClient {
  let nextAt = 0;
  return {
    async send(call) {
      const now = clock.now().getTime();
      const sendAt = Math.max(now, nextAt);
      nextAt = sendAt + reportsGapMilliseconds;
      if (sendAt > now) await sleep(sendAt - now);
      return http.send(call);
    },
  };
}
