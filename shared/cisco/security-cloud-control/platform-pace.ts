import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { HttpClient, HttpClientOptions } from '../http/http-client.ts';
import { spacedCalls } from '../http/spaced-calls.ts';

/**
 * Between two calls of one process to the platform. What the platform takes is not published, only that it answers 429
 * above. Four calls in a second are what a page of the console makes when it is opened; and somebody who leaves against
 * their will is cut off in seconds.
 */
export const platformGapMilliseconds = 250;

/** A 429 that names no time is waited out for most of a minute: gateways count by the minute or less. */
export const platformHttpOptions = {
  totalTimeLimitMilliseconds: 90_000,
  retry: {
    attempts: 6,
    firstWaitMilliseconds: 2_000,
    longestWaitMilliseconds: 30_000,
    longestNamedWaitMilliseconds: 60_000,
  },
} as const satisfies HttpClientOptions;

/** The same client, slowed down to a pace at which the platform is left alone by us. */
export function atPlatformPace(http: HttpClient, ports: { clock: Clock; sleep: Sleep }): HttpClient {
  return spacedCalls(http, platformGapMilliseconds, ports);
}
