import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { WriteBackResult } from '#shared/enrichment/write-back/write-back-result.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';

/** Writes down what became of the messages: a log line for each that goes back, and metrics. */
export function reportWriteBack(
  results: readonly WriteBackResult[],
  { logger, metrics }: Observability,
): void {
  for (const result of results) {
    if (result.kind === 'return') {
      const details = { messageId: result.messageId, error: result.cause };
      // A release that is too fresh, or a used-up hour: in the order of things.
      if (result.cause instanceof RetryLater) logger.info('Message left for later', details);
      else logger.error('Message given back', details);
      metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
      continue;
    }
    const { messageId, written, expired } = result;
    logger.info('Results written back to XDR', { messageId, written, expired });
    metrics.addMetric('BlocksWrittenBack', MetricUnit.Count, written);
    metrics.addMetric('JudgementsExpired', MetricUnit.Count, expired);
  }
}
