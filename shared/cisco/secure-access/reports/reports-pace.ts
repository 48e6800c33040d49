import type { Clock } from '../../../time/clock.ts';
import type { Sleep } from '../../../time/sleep.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { spacedCalls } from '../../http/spaced-calls.ts';

/**
 * Between two calls to the reports, which take 5 a second: a fifth of a second, and what calls that take different
 * times on their way need to arrive as far apart.
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-rate-limits
 */
export const reportsGapMilliseconds = 250;

/** The same client, slowed down to the pace of the reports. */
export function atReportsPace(http: HttpClient, time: { clock: Clock; sleep: Sleep }): HttpClient {
  return spacedCalls(http, reportsGapMilliseconds, time);
}
