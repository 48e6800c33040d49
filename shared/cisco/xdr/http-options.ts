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
