import type { DestinationListName } from '../../config/names.ts';
import type { ReconciliationReport } from './reconciliation-report.ts';

/** How many lists a run could not compare in full. */
export const listsNotReconciledMetric = 'ListsNotReconciled';

/** One value of one list; its name is the dimension beside those of the function. */
export interface ListMetric {
  readonly name: 'ListDrift' | 'EntriesOnList' | 'DaysUntilFull' | 'BlocksEnforced';
  readonly value: number;
  readonly destinationList: DestinationListName;
}

/**
 * The metrics of a report; none of a list that was not compared. `ListDrift` counts what had to be put right;
 * `DaysUntilFull` is missing while a list does not fill.
 */
export function reconciliationMetrics({ lists }: ReconciliationReport): ListMetric[] {
  return lists.flatMap((list) => {
    if (list.outcome === 'failed' || list.outcome === 'not-reached') return [];
    const { destinationList, drift, capacity, blocksEnforced } = list;
    const { removedByHand, takenOver, unknownButOurs } = drift;
    return [
      { name: 'ListDrift', value: removedByHand + takenOver + unknownButOurs, destinationList },
      { name: 'EntriesOnList', value: capacity.entryCount, destinationList },
      { name: 'BlocksEnforced', value: blocksEnforced, destinationList },
      ...(capacity.daysUntilFull === undefined
        ? []
        : [{ name: 'DaysUntilFull' as const, value: capacity.daysUntilFull, destinationList }]),
    ];
  });
}
