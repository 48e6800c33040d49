import type { IndicatorStatus } from '../iocs/indicator-status.ts';

/** `pending` while anything waits for a worker; then `held`, `failed` or `done`, whichever is met first. */
export type OverallStatus = 'pending' | 'held' | 'failed' | 'done';

const firstMet = ['pending', 'held', 'failed'] as const satisfies readonly OverallStatus[];

/** Where the whole stands, by where its pieces do; without any it is done. */
export function overallStatus(pieces: Iterable<OverallStatus>): OverallStatus {
  const statuses = new Set(pieces);
  return firstMet.find((status) => statuses.has(status)) ?? 'done';
}

/** Where one indicator stands. */
export function standingOf({ status }: { readonly status: IndicatorStatus }): OverallStatus {
  switch (status) {
    case 'queued':
    case 'stored':
      return 'pending';
    case 'held':
    case 'failed':
      return status;
    default:
      return 'done';
  }
}
