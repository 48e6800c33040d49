import { type ReleasedBlock, type ReleaseReason, type StandingBlock, withChange } from '../block.ts';

/**
 * The block as it is kept after its end.
 * @param end.by who asked for it, where somebody did
 */
export function releasedBlock(
  block: StandingBlock,
  end: { because: ReleaseReason; at: Date; by?: string | undefined },
): ReleasedBlock {
  const { indicator, destinationList, requestId, firstSeenAt, lastSeenAt, reports, history, leaseUntil } =
    block;
  const at = end.at.toISOString();
  const released: ReleasedBlock = {
    indicator,
    destinationList,
    requestId,
    firstSeenAt,
    lastSeenAt,
    reports,
    history,
    status: 'released',
    releasedAt: at,
    because: end.because,
    ...(end.by !== undefined && { releasedBy: end.by }),
    ...(leaseUntil !== undefined && { leaseUntil }),
  };
  return withChange(released, { at, change: 'released', by: end.by ?? end.because });
}
