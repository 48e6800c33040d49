import type { IndicatorType } from '../indicator.ts';
import { leaseEnd } from '../leases/lease-end.ts';
import { type AskedIndicator, entitledAskers, reportsOf } from './asked-indicators.ts';
import type { BlockCommand } from './block-command.ts';
import { entryComment } from './entry-comment.ts';
import type { WantedBlock } from './hold-or-post.ts';
import type { PendingEntry } from './open-post.ts';
import type { BlockingSettings } from './worker-ports.ts';

/**
 * A part with as many indicators may be one of several: parts are cut at 500 indicators or at the size of an event,
 * which 85 of the longest URLs fill.
 */
const indicatorsOfLargePart = 80;

/** Whether a request may come in several messages, so that its new blocks have to be counted in the table. */
export function isOfLargeRequest({ part, indicators, rejected }: BlockCommand): boolean {
  return part > 0 || indicators.length + rejected.length >= indicatorsOfLargePart;
}

/** When a block ends as a command asks for it at `now`. */
export function leaseEndFor(
  command: BlockCommand,
  indicatorType: IndicatorType,
  { leases, connections }: BlockingSettings,
  now: Date,
): Date {
  const connectionLease = command.connection && connections[command.connection]?.lease;
  return leaseEnd({ indicatorType, confidence: command.confidence, leases, connectionLease }, now);
}

/** An indicator as it is to be posted: for its owner, with the longest lease that anybody may ask for. */
export function pendingEntry(wanted: WantedBlock, settings: BlockingSettings, now: Date): PendingEntry {
  const { indicator, askers, owner } = wanted;
  const leaseUntil = longestLease(wanted, settings, now);
  return {
    indicator,
    comment: entryComment({ ...owner, leaseUntil }),
    reports: reportsOf(owner, askers),
    leaseUntil: leaseUntil.toISOString(),
    ...(isOfLargeRequest(owner) && { countedForList: owner.destinationList }),
  };
}

function longestLease(wanted: WantedBlock, settings: BlockingSettings, now: Date): Date {
  const ends = [wanted.owner, ...entitledAskers(wanted satisfies AskedIndicator)].map((asker) =>
    leaseEndFor(asker, wanted.indicator.type, settings, now).getTime(),
  );
  return new Date(Math.max(...ends));
}
