import type { Indicator } from '../iocs/indicator.ts';
import type { NonEmptyArray } from '../non-empty.ts';
import { largestEventDetailBytes } from './event-publisher.ts';

/** As many as one call to Cisco takes, and as the events' schemas allow. */
const mostIndicatorsPerEvent = 500;

/** Room for all of an event but its indicators: names, times, and a source and ticket of any script. */
const reservedBytes = 4_000;

/** Cuts indicators into events' worth, in order; the same ones are always cut alike. */
export function indicatorsPerEvent(indicators: readonly Indicator[]): NonEmptyArray<Indicator>[] {
  const runs: [Indicator, ...Indicator[]][] = [];
  let roomBytes = 0;
  for (const indicator of indicators) {
    const bytes = Buffer.byteLength(JSON.stringify(indicator)) + ','.length;
    const current = runs.at(-1);
    if (current && current.length < mostIndicatorsPerEvent && bytes <= roomBytes) {
      current.push(indicator);
      roomBytes -= bytes;
    } else {
      runs.push([indicator]);
      roomBytes = largestEventDetailBytes - reservedBytes - bytes;
    }
  }
  return runs;
}
