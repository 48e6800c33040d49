import { type Block, isStanding, type StandingBlock } from '../block.ts';
import type { ReleaseCause } from './release-order.ts';
import { withoutReport } from './without-report.ts';

/** What an order means for a block as the ledger has it now. */
export type ReleaseDecision =
  | { readonly kind: 'release'; readonly block: StandingBlock; readonly cause: ReleaseCause }
  /** Others ask for it still: it stays, without the reports of the requests that were rolled back. */
  | { readonly kind: 'withdraw-reports'; readonly block: StandingBlock }
  /** There is nothing to do: it ended before, is not ours, or has been asked for again. */
  | { readonly kind: 'keep' };

/** Decides what an order does to a block; pure. Repeating an order that was carried out decides `keep`. */
export function decideRelease(
  block: Block | undefined,
  causes: readonly ReleaseCause[],
  now: Date,
): ReleaseDecision {
  if (!block || !isStanding(block) || block.addedBy !== 'us') return { kind: 'keep' };
  let current: StandingBlock = block;
  for (const cause of causes) {
    if (endsBlock(current, cause, now)) return { kind: 'release', block: current, cause };
    if (cause.kind === 'request-rolled-back' && isReportedBy(current, cause.requestId)) {
      current = withoutReport(current, cause.requestId, now);
    }
  }
  return current === block ? { kind: 'keep' } : { kind: 'withdraw-reports', block: current };
}

function endsBlock(block: StandingBlock, cause: ReleaseCause, now: Date): boolean {
  switch (cause.kind) {
    case 'lease-ended':
      return block.leaseUntil !== undefined && new Date(block.leaseUntil) <= now;
    case 'released-by-operator':
      return !wasAskedForAfter(block, cause.askedAt);
    case 'request-rolled-back': {
      const { requestId } = cause;
      return (
        isReportedBy(block, requestId) && block.reports.every((report) => report.requestId === requestId)
      );
    }
  }
}

function isReportedBy(block: StandingBlock, requestId: string): boolean {
  return block.reports.some((report) => report.requestId === requestId);
}

/** An order that comes twice, or late, does not end what was blocked anew since. */
function wasAskedForAfter(block: StandingBlock, askedAt: Date): boolean {
  const isLater = (at: string) => new Date(at) > askedAt;
  return (
    block.reports.some(({ reportedAt }) => isLater(reportedAt)) ||
    block.history.some(({ change, at }) => change === 'released' && isLater(at))
  );
}
