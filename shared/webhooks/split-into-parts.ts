import type { DestinationListName } from '../config/names.ts';
import { indicatorsPerEvent } from '../events/indicators-per-event.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { RequestPart } from '../requests/received-request.ts';

/**
 * Cuts a request into events' worth, list by list, numbered from 0 over all lists.
 * The same request is always cut alike, so that a repeat of a part is recognised by its number.
 */
export function splitIntoParts(
  queued: ReadonlyMap<DestinationListName, readonly Indicator[]>,
): RequestPart[] {
  return [...queued]
    .flatMap(([destinationList, all]) =>
      indicatorsPerEvent(all).map((indicators) => ({ destinationList, indicators })),
    )
    .map(({ destinationList, indicators }, part) => ({ destinationList, part, indicators }));
}
