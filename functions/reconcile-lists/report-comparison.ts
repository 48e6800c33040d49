import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { FailedComparison } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import {
  listsNotReconciledMetric,
  reconciliationMetrics,
} from '#shared/iocs/reconciliation/reconciliation-metrics.ts';
import type { ReconciliationReport } from '#shared/iocs/reconciliation/reconciliation-report.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';

/**
 * Cisco advises no more entries on one list than this, for its performance. Blocking a thousand indicators is worth
 * more than that, so it is only told.
 * @see https://docs.sse.cisco.com/sse-user-guide/docs/manage-destination-lists-og
 */
const advisedEntries = 100;

/** Writes down what the comparison found: a log line and metrics for each list. */
export function reportComparison(
  report: ReconciliationReport,
  failures: readonly FailedComparison[],
  { logger, metrics }: Observability,
): void {
  for (const { list, error } of failures) {
    logger.error('List could not be compared', { organisation: list.organisation, list: list.name, error });
  }
  for (const list of report.lists) {
    const isCompared = list.outcome === 'complete' || list.outcome === 'partial';
    const isLongerThanAdvised = isCompared && list.capacity.entryCount > advisedEntries;
    logger.info('List compared with the ledger', {
      ...list,
      ...(isLongerThanAdvised && { advisedEntries }),
    });
  }
  const notCompared = report.lists.filter(({ outcome }) => outcome !== 'complete');
  metrics.addMetric(listsNotReconciledMetric, MetricUnit.Count, notCompared.length);
  for (const { name, value, destinationList } of reconciliationMetrics(report)) {
    metrics
      .singleMetric()
      .addDimension('destinationList', destinationList)
      .addMetric(name, MetricUnit.Count, value);
  }
}
