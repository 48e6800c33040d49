import type { DestinationListName } from '../config/names.ts';
import { largestEventDetailBytes } from '../events/event-publisher.ts';
import type { Indicator } from '../iocs/indicator.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { RequestPart } from '../requests/received-request.ts';

/** As many as one call to Cisco takes, and as the event's schema allows. */
const mostIndicatorsPerPart = 500;

/** Room for all of an event but its indicators: names, times, and a source and ticket of any script. */
const reservedBytes = 4_000;

/**
 * Cuts a request into events' worth, list by list, numbered from 0 over all lists.
 * The same request is always cut alike, so that a repeat of a part is recognised by its number.
 */
export function splitIntoParts(
  queued: ReadonlyMap<DestinationListName, readonly Indicator[]>,
): RequestPart[] {
  return [...queued]
    .flatMap(([destinationList, indicators]) =>
      runsOf(indicators).map((run) => ({ destinationList, indicators: run })),
    )
    .flatMap(({ destinationList, indicators }, part) =>
      isNonEmpty(indicators) ? [{ destinationList, part, indicators }] : [],
    );
}

function runsOf(indicators: readonly Indicator[]): Indicator[][] {
  const runs: Indicator[][] = [];
  let roomBytes = 0;
  for (const indicator of indicators) {
    const bytes = Buffer.byteLength(JSON.stringify(indicator)) + ','.length;
    const current = runs.at(-1);
    if (current && current.length < mostIndicatorsPerPart && bytes <= roomBytes) {
      current.push(indicator);
      roomBytes -= bytes;
    } else {
      runs.push([indicator]);
      roomBytes = largestEventDetailBytes - reservedBytes - bytes;
    }
  }
  return runs;
}
