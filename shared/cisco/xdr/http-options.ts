import type { HttpClientOptions } from '../http/http-client.ts';

/**
 * How patiently XDR is called. Its modules are other products, asked while the caller waits: an observe may take most
 * of a minute. Each attempt counts against the 8,000 requests that the organisation's people and programs share in an
 * hour, so there are few; and no function waits for the end of that hour.
 * @see https://developer.cisco.com/docs/cisco-xdr/rate-limits
 */
export const xdrHttpOptions = {
  attemptTimeLimitMilliseconds: 60_000,
  totalTimeLimitMilliseconds: 90_000,
  retry: {
    attempts: 3,
    firstWaitMilliseconds: 1_000,
    longestWaitMilliseconds: 4_000,
    longestNamedWaitMilliseconds: 5_000,
  },
} as const satisfies HttpClientOptions;

/**
 * For questions to which somebody waits for an answer: verdicts that are at hand. A question that takes longer is not
 * repeated but asked in smaller parts, so one attempt may take all the time; and every refusal is heard at once, so that
 * it holds all functions back.
 */
export const deliberateHttpOptions = {
  attemptTimeLimitMilliseconds: 20_000,
  totalTimeLimitMilliseconds: 20_000,
  retry: { ...xdrHttpOptions.retry, attempts: 2, longestNamedWaitMilliseconds: 0 },
} as const satisfies HttpClientOptions;

/** As {@link deliberateHttpOptions}, for questions over which modules search in logs. */
export const observeHttpOptions = {
  ...deliberateHttpOptions,
  attemptTimeLimitMilliseconds: 60_000,
  totalTimeLimitMilliseconds: 60_000,
} as const satisfies HttpClientOptions;
