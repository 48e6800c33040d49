import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { EnrichResult } from '#shared/enrichment/enrich-command.ts';
import type { PartEnrichment } from '#shared/enrichment/part-enrichment.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';

/** Writes down what became of the messages: a log line and metrics for each. */
export function reportResults(results: readonly EnrichResult[], observability: Observability): void {
  const { logger, metrics } = observability;
  for (const result of results) {
    switch (result.kind) {
      case 'return':
        // To wait for XDR is nothing that a person has to look at.
        logger[result.cause instanceof RetryLater ? 'warn' : 'error']('Message given back', {
          messageId: result.messageId,
          retryAfterSeconds: result.retryAfterSeconds,
          error: result.cause,
        });
        metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
        break;
      case 'done':
        reportEnrichment(result.enrichment, observability);
        break;
      case 'test':
        logger.info('Nothing done: the connection is in test mode', { messageId: result.messageId });
        break;
      case 'repeat':
        break;
    }
  }
}

function reportEnrichment(enrichment: PartEnrichment, { logger, metrics }: Observability): void {
  const { requestId, part, connection, organisation, decisions, receivedAt, at } = enrichment;
  const dispositions = countsOf(decisions.map(({ verdict }) => verdict?.disposition ?? 'none'));
  const actions = countsOf(decisions.map(({ action }) => action));
  const failedModules = new Set(
    decisions.flatMap(({ verdict }) => verdict?.failures.map(({ module }) => module) ?? []),
  );
  logger.info('Part of a request enriched', {
    requestId,
    part,
    connection,
    organisation,
    dispositions,
    actions,
    failedModules: [...failedModules],
  });
  for (const [disposition, count] of Object.entries(dispositions)) {
    metrics.addMetric(`Verdicts:${disposition}`, MetricUnit.Count, count);
  }
  metrics.addMetric('ModulesFailed', MetricUnit.Count, failedModules.size);
  metrics
    .singleMetric()
    .addDimension('connection', connection)
    .addMetric(
      'TimeToVerdict',
      MetricUnit.Milliseconds,
      Math.max(0, Date.parse(at) - Date.parse(receivedAt)),
    );
}

function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
