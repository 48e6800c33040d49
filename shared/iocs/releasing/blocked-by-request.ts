import type { DestinationListName } from '../../config/names.ts';
import type { RecordedRequest } from '../../requests/request-reader.ts';
import { type Indicator, indicatorKey, indicatorSchema } from '../indicator.ts';

const onList: ReadonlySet<string> = new Set(['enforced', 'already-enforced', 'stored-not-enforced']);

/**
 * What a request has put, or found, on which list, as far as its parts have ended: an indicator may have gone to the
 * list that takes the overflow.
 */
export function blockedByRequest({
  outcomes,
}: Pick<RecordedRequest, 'outcomes'>): ReadonlyMap<DestinationListName, readonly Indicator[]> {
  const onLists = new Map<DestinationListName, Map<string, Indicator>>();
  for (const outcome of outcomes) {
    for (const { value, type, status, overflowedTo } of outcome.indicators) {
      const read = indicatorSchema.safeParse({ type, value });
      if (!onList.has(status) || !read.success) continue;
      const name = overflowedTo?.name ?? outcome.destinationList.name;
      const ofList = onLists.get(name) ?? new Map<string, Indicator>();
      onLists.set(name, ofList.set(indicatorKey(read.data), read.data));
    }
  }
  return new Map([...onLists].map(([name, indicators]) => [name, [...indicators.values()]]));
}
