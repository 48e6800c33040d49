import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';
import type { MessageResult } from '#shared/people/planning/plan-messages.ts';
import type { PlannerOutcome } from '#shared/people/planning/planner-outcome.ts';

/** Writes down what became of the messages; no line names a person. */
export function reportResults(results: readonly MessageResult[], observability: Observability): void {
  const { logger, metrics } = observability;
  for (const { messageId, ...result } of results) {
    if (result.kind === 'done') {
      reportOutcome(messageId, result.outcome, observability);
      continue;
    }
    const { cause, retryAfterSeconds } = result;
    logger[cause instanceof RetryLater ? 'warn' : 'error']('Message given back', {
      messageId,
      retryAfterSeconds,
      error: cause,
    });
    metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
  }
}

function reportOutcome(messageId: string, outcome: PlannerOutcome, { logger, metrics }: Observability): void {
  if (outcome.kind === 'swept') {
    logger[outcome.overdueCount > 0 ? 'warn' : 'info']('Lost tasks looked for', { messageId, ...outcome });
    metrics.addMetric('PeopleTasksOverdue', MetricUnit.Count, outcome.overdueCount);
    return;
  }
  if (outcome.kind !== 'accepted') {
    logger.info('People planned', { messageId, ...outcome });
    return;
  }
  const { batchId, counts, factsProblem } = outcome;
  logger.info('People planned', { messageId, kind: outcome.kind, batchId, counts });
  metrics.addMetric('PeopleChangesAccepted', MetricUnit.Count, counts.accepted);
  metrics.addMetric('PeopleChangesHeld', MetricUnit.Count, counts.held);
  metrics.addMetric('PeopleChangesRefused', MetricUnit.Count, counts.refused);
  if (factsProblem === undefined) return;
  logger.error('The organisations could not be asked who administers them: leavers are held', {
    batchId,
    error: factsProblem,
  });
}
