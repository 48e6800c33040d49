import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { HttpClient, HttpClientOptions } from '../http/http-client.ts';
import { spacedCalls } from '../http/spaced-calls.ts';

/**
 * Between two calls of one function to the platform. What the platform takes is not published; two in a second is less
 * than a person does who clicks through the console, and changes five hundred people in well under an hour.
 */
export const platformGapMilliseconds = 500;

/** After a 429 that names no time: as good as every gateway counts by the minute or less. */
export const platformHttpOptions = {
  totalTimeLimitMilliseconds: 90_000,
  retry: {
    attempts: 5,
    firstWaitMilliseconds: 2_000,
    longestWaitMilliseconds: 30_000,
    longestNamedWaitMilliseconds: 60_000,
  },
} as const satisfies HttpClientOptions;

/** The same client, slowed down to a pace at which the platform is left alone by us. */
export function atPlatformPace(http: HttpClient, ports: { clock: Clock; sleep: Sleep }): HttpClient {
  return spacedCalls(http, platformGapMilliseconds, ports);
}
