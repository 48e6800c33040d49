import type { DestinationListName } from '../config/names.ts';
import { type Indicator, indicatorKey } from '../iocs/indicator.ts';
import type { RequestToBlock } from '../requests/received-request.ts';

/** What a request sends to the worker and nobody has to decide about, with the list that it is for. */
export function queuedIndicators({ parts, held }: Pick<RequestToBlock, 'parts' | 'held'>): {
  indicator: Indicator;
  destinationList: DestinationListName;
}[] {
  const keyOf = (list: DestinationListName, indicator: Indicator) => `${list} ${indicatorKey(indicator)}`;
  const waiting = new Set(held.map(({ destinationList, indicator }) => keyOf(destinationList, indicator)));
  return parts.flatMap(({ destinationList, indicators }) =>
    indicators
      .filter((indicator) => !waiting.has(keyOf(destinationList, indicator)))
      .map((indicator) => ({ indicator, destinationList })),
  );
}
