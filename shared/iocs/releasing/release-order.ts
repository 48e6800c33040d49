import type { NonEmptyArray } from '../../non-empty.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';

/** Why a block is to end. */
export type ReleaseCause =
  | { readonly kind: 'lease-ended' }
  | { readonly kind: 'released-by-operator'; readonly by: string; readonly askedAt: Date }
  | { readonly kind: 'request-rolled-back'; readonly requestId: RequestId; readonly by: string };

/** One block of a list that is to end, for one cause or several. */
export interface ReleaseOrder {
  readonly indicator: Indicator;
  readonly causes: NonEmptyArray<ReleaseCause>;
}

/** Each indicator once, with all its causes; in the order of indicator keys, so that a repeat does the same again. */
export function mergeOrders(orders: readonly ReleaseOrder[]): ReleaseOrder[] {
  const merged = new Map<string, ReleaseOrder>();
  for (const { indicator, causes } of orders) {
    const key = indicatorKey(indicator);
    const [first, ...others] = merged.get(key)?.causes ?? [];
    merged.set(key, { indicator, causes: first ? [first, ...others, ...causes] : causes });
  }
  return [...merged].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, order]) => order);
}
