import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { HttpClient, HttpClientOptions } from '../http/http-client.ts';
import { spacedCalls } from '../http/spaced-calls.ts';

/**
 * Between two calls of one process to the platform. What the platform takes is not published, only that it answers 429
 * above. Two calls in a second are what a person makes who clicks through the console, and enough for five hundred
 * people with a dozen calls each within an hour.
 */
export const platformGapMilliseconds = 500;

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
