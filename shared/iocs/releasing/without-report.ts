import type { RequestId } from '../../requests/request-id.ts';
import { type StandingBlock, withChange } from '../block.ts';

/** The block without what one request asked; its lease stays as long as it was. */
export function withoutReport(block: StandingBlock, requestId: RequestId, now: Date): StandingBlock {
  const reports = block.reports.filter((report) => report.requestId !== requestId);
  return withChange(
    { ...block, reports },
    { at: now.toISOString(), change: 'report-withdrawn', by: requestId },
  );
}
