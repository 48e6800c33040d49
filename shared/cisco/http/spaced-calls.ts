import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { HttpClient } from './http-client.ts';

/** The same client, whose calls begin at least so far apart, also where they are made at the same time. */
export function spacedCalls(
  http: HttpClient,
  gapMilliseconds: number,
  { clock, sleep }: { clock: Clock; sleep: Sleep },
): HttpClient {
  let nextAt = 0;
  return {
    async send(call) {
      const now = clock.now().getTime();
      const sendAt = Math.max(now, nextAt);
      nextAt = sendAt + gapMilliseconds;
      if (sendAt > now) await sleep(sendAt - now);
      return http.send(call);
    },
  };
}
