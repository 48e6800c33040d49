import type { OrganisationName } from '../../config/names.ts';

/**
 * What an organisation's people and programs may send to XDR in any 60 minutes, all together.
 * @see https://developer.cisco.com/docs/cisco-xdr/rate-limits
 */
export const requestsPerHour = 8_000;

/** Requests are counted by the minute in which they are made. */
const minuteMilliseconds = 60_000;

/** A minute counts until all of it is an hour old, so that XDR never counts more than we do. */
const minutesCounted = 61;

/** `express` may also use what is kept free for urgent requests. */
export type BudgetLane = 'usual' | 'express';

export interface BudgetLimits {
  /** Of the organisation's hour, the rest is left to people; 0 to 1. */
  readonly shareOfRateLimit: number;
  /** Of that share, what only the express lane may use; 0 to 1. */
  readonly expressShare: number;
}

/** Whether a request may be sent now. */
export type BudgetPlace =
  | { readonly kind: 'taken' }
  /** As many as allowed were sent; the first of them no longer count at `freeAt`. */
  | { readonly kind: 'full'; readonly freeAt: Date }
  /** XDR has refused requests and named this end. */
  | { readonly kind: 'paused'; readonly until: Date };

/** Counts the requests that all functions together send to the XDR of an organisation. */
export interface RequestBudget {
  /** Takes a place for one request that is sent now. Every request needs one, whatever becomes of it. */
  take(organisation: OrganisationName, lane: BudgetLane): Promise<BudgetPlace>;
  /** Writes down that nothing may be sent until then. An earlier end than a known one changes nothing. */
  pause(organisation: OrganisationName, until: Date): Promise<void>;
}

/** Requests sent, by the minute of their sending, in minutes since 1970. */
export type SentByMinute = Readonly<Record<string, number>>;

/** Decides on one request; pure. */
export function decideBudgetPlace(
  sentByMinute: SentByMinute,
  nowMilliseconds: number,
  { lane, limits }: { lane: BudgetLane; limits: BudgetLimits },
): { place: BudgetPlace; counted: SentByMinute } {
  const thisMinute = Math.floor(nowMilliseconds / minuteMilliseconds);
  const minutes = Object.entries(sentByMinute)
    .map(([minute, sent]) => ({ minute: Number(minute), sent }))
    .filter(({ minute }) => minute > thisMinute - minutesCounted)
    .toSorted((one, other) => one.minute - other.minute);
  let inTheWay = minutes.reduce((sum, { sent }) => sum + sent, 0) + 1 - mostRequests(lane, limits);
  for (const { minute, sent } of minutes) {
    if (inTheWay <= 0) break;
    inTheWay -= sent;
    if (inTheWay > 0) continue;
    const freeAt = new Date((minute + minutesCounted) * minuteMilliseconds);
    return { place: { kind: 'full', freeAt }, counted: sentByMinute };
  }
  const counted = Object.fromEntries(minutes.map(({ minute, sent }) => [String(minute), sent]));
  const key = String(thisMinute);
  return { place: { kind: 'taken' }, counted: { ...counted, [key]: (counted[key] ?? 0) + 1 } };
}

/** What a lane may use in an hour; at least one request, or it would wait for ever. */
export function mostRequests(lane: BudgetLane, { shareOfRateLimit, expressShare }: BudgetLimits): number {
  const ours = requestsPerHour * shareOfRateLimit;
  return Math.max(1, Math.floor(lane === 'express' ? ours : ours * (1 - expressShare)));
}
