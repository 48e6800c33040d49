/**
 * Requests for a token that the fleet makes with one key in a minute. The published limit is 20; two are left for a
 * rotation and for a person who try a key before it is stored.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-rate-limits
 */
export const mostMintsPerMinute = 18;

/** A minute, and what clocks may differ and requests may be late, so that the cloud never counts more than we do. */
export const budgetWindowMilliseconds = 65_000;

/** Whether a request for a token may be made now. */
export type MintPlace =
  | { readonly kind: 'taken' }
  /** As many as allowed were made; at `freeAt` the oldest of them no longer counts. */
  | { readonly kind: 'full'; readonly freeAt: Date };

/** Counts the requests for a token that all functions together make with one key. */
export interface MintBudget {
  /** Takes a place for one request made now. Every request needs one, whether or not it will succeed. */
  take(key: string): Promise<MintPlace>;
}

/** Decides on one request; pure. Times are in milliseconds since 1970, in any order. */
export function decideMintPlace(
  earlierMilliseconds: readonly number[],
  nowMilliseconds: number,
): { place: MintPlace; counted: readonly number[] } {
  const counted = earlierMilliseconds
    .filter((time) => time > nowMilliseconds - budgetWindowMilliseconds)
    .toSorted((one, other) => one - other);
  const blocking = counted[counted.length - mostMintsPerMinute];
  if (blocking === undefined) return { place: { kind: 'taken' }, counted: [...counted, nowMilliseconds] };
  return { place: { kind: 'full', freeAt: new Date(blocking + budgetWindowMilliseconds) }, counted };
}
