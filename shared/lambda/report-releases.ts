import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { ListRun } from '../iocs/releasing/on-each-list.ts';
import type { Observability } from './middleware-stack.ts';

/** Writes down what a run has released: a log line a list, and metrics of all lists together. */
export function reportReleases(runs: readonly ListRun[], { logger, metrics }: Observability): void {
  let released = 0;
  let left = 0;
  for (const run of runs) {
    if (run.kind === 'failed') {
      logger.error('Blocks could not be released', { list: run.list, error: run.error });
      metrics.addMetric('ReleasesFailed', MetricUnit.Count, 1);
      continue;
    }
    const { reportsProblem, ...counts } = run.report;
    logger.info('Blocks released', { list: run.list, ...counts });
    if (reportsProblem !== undefined) {
      logger.warn('Leases ended without a look at the reports', { list: run.list, error: reportsProblem });
    }
    released += counts.released;
    left += counts.left;
  }
  metrics.addMetric('BlocksReleased', MetricUnit.Count, released);
  if (left > 0) metrics.addMetric('ReleasesLeftForLater', MetricUnit.Count, left);
}
