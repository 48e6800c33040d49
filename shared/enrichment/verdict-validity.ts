import type { EnrichmentSettings } from '../config/enrichment.ts';
import type { Verdict } from './verdict.ts';

/** How long verdicts are used at most, as configured. */
export type VerdictLifetimes = Pick<EnrichmentSettings, 'longestVerdictHours' | 'unknownLastsMinutes'>;

/**
 * A verdict for which a module did not answer is asked for again after an hour: one that always errs must not use up
 * the organisation's requests.
 */
const incompleteLastsMinutes = 60;

/** That nobody knows an indicator, while somebody did not answer, is believed for this long only. */
const incompleteUnknownLastsMinutes = 10;

/**
 * Until when a verdict may be used without asking again: until the first of its statements ends, and no longer than is
 * configured, or than its gaps allow.
 * @param ends of the statements that it rests on
 */
export function validUntil(
  { disposition, failures }: Pick<Verdict, 'disposition' | 'failures'>,
  ends: readonly Date[],
  { now, lifetimes }: { now: Date; lifetimes: VerdictLifetimes },
): Date {
  const isUnknown = disposition === 'unknown';
  const minutes = [
    lifetimes.longestVerdictHours * 60,
    ...(isUnknown ? [lifetimes.unknownLastsMinutes] : []),
    ...(failures.length === 0 ? [] : [isUnknown ? incompleteUnknownLastsMinutes : incompleteLastsMinutes]),
  ];
  const limit = now.getTime() + Math.min(...minutes) * 60_000;
  return new Date(Math.min(limit, ...ends.map((end) => end.getTime())));
}
