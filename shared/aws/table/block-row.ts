import { type Block, isStanding } from '../../iocs/block.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import { blocksOfListIndex, keys } from './keys.ts';

/**
 * A block as its row. Only what stands on a list is in the index of that list. A released one is kept for 90 days
 * after its release, and after its lease would have ended: so long a person's release is respected.
 */
export function blockRow(block: Block): Record<string, unknown> {
  const row = { ...keys.block(block.indicator, block.destinationList), ...block };
  if (isStanding(block)) {
    return {
      ...row,
      [blocksOfListIndex.partitionKey]: block.destinationList,
      [blocksOfListIndex.sortKey]:
        block.leaseUntil === undefined ? blocksOfListIndex.noEnd : indexedInstant(new Date(block.leaseUntil)),
    };
  }
  const { releasedAt, leaseUntil = releasedAt } = block;
  const last = Math.max(Date.parse(releasedAt), Date.parse(leaseUntil));
  return { ...row, expiresAtEpochSeconds: requestExpiryEpochSeconds(new Date(last)) };
}

/** An instant as the index sorts it: all in one form, so that their order is the order of time. */
export function indexedInstant(instant: Date): string {
  return instant.toISOString();
}
