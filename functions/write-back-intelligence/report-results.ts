import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { WriteBackResult } from '#shared/enrichment/write-back/write-back-result.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';

/** Writes down what became of the messages: a log line for each that goes back, one for the others, and metrics. */
export function reportWriteBack(
  results: readonly WriteBackResult[],
  { logger, metrics }: Observability,
): void {
  const total = { messages: 0, written: 0, expired: 0 };
  for (const result of results) {
    if (result.kind === 'done') {
      total.messages += 1;
      total.written += result.written;
      total.expired += result.expired;
      continue;
    }
    const details = { messageId: result.messageId, error: result.cause };
    // A release that is too fresh, or a used-up hour: in the order of things.
    if (result.cause instanceof RetryLater) logger.info('Message left for later', details);
    else logger.error('Message given back', details);
    metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
  }
  logger.info('Results written back to XDR', total);
  metrics.addMetric('BlocksWrittenBack', MetricUnit.Count, total.written);
  metrics.addMetric('JudgementsExpired', MetricUnit.Count, total.expired);
}
