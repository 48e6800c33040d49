import type { DestinationListName } from '../config/names.ts';
import { type Indicator, indicatorKey } from '../iocs/indicator.ts';
import type { RequestToBlock } from '../requests/received-request.ts';

/** What a request sends to the worker and nobody has to decide about, with the list that it is for. */
export function queuedIndicators({ parts, held }: Pick<RequestToBlock, 'parts' | 'held'>): {
  indicator: Indicator;
  destinationList: DestinationListName;
}[] {
  const heldOn = Map.groupBy(held, ({ destinationList }) => destinationList);
  return parts.flatMap(({ destinationList, indicators }) => {
    const waiting = new Set(heldOn.get(destinationList)?.map(({ indicator }) => indicatorKey(indicator)));
    const queued =
      waiting.size === 0
        ? indicators
        : indicators.filter((indicator) => !waiting.has(indicatorKey(indicator)));
    return queued.map((indicator) => ({ indicator, destinationList }));
  });
}
