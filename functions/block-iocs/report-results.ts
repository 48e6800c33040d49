import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CommandResult } from '#shared/iocs/blocking/block-command.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';
import type { PartOutcome } from '#shared/requests/request-outcomes.ts';
import { millisecondsToBlock } from './time-to-block.ts';

/** Stands in the place of a connection where an AWS workload asked by an event of its own; no connection has this name. */
const withoutConnection = 'AWS event';

/** Writes down what became of the messages: a log line and metrics for each. */
export function reportResults(results: readonly CommandResult[], observability: Observability): void {
  const { logger, metrics } = observability;
  for (const result of results) {
    if (result.kind === 'return') {
      logger.error('Message given back', { messageId: result.messageId, error: result.cause });
      metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
    }
    if (result.kind === 'done') reportOutcome(result.outcome, observability);
  }
}

function reportOutcome(outcome: PartOutcome, { logger, metrics }: Observability): void {
  const { requestId, part, connection, destinationList } = outcome;
  const statuses: Record<string, number> = {};
  for (const { status } of outcome.indicators) statuses[status] = (statuses[status] ?? 0) + 1;
  logger.info('Part of a request done', {
    requestId,
    part,
    connection,
    list: destinationList.name,
    statuses,
  });
  for (const [status, count] of Object.entries(statuses)) {
    metrics.addMetric(`Indicators:${status}`, MetricUnit.Count, count);
  }
  const milliseconds = millisecondsToBlock(outcome);
  if (milliseconds === undefined) return;
  metrics
    .singleMetric()
    .addDimension('connection', connection ?? withoutConnection)
    .addMetric('TimeToBlock', MetricUnit.Milliseconds, milliseconds);
}
