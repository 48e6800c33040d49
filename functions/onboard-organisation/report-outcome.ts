import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Observability } from '#shared/lambda/middleware-stack.ts';
import type { OrderOutcome } from '#shared/organisations/orders/work-on-order.ts';

/** Writes down how an onboarding stands; no line names a person or a claim code. */
export function reportOutcome(
  messageId: string,
  { standing }: OrderOutcome,
  { logger, metrics }: Observability,
): void {
  metrics.addMetric(`Onboardings:${standing.state}`, MetricUnit.Count, 1);
  const organisationId = 'organisation' in standing ? standing.organisation?.id : undefined;
  const told = { messageId, state: standing.state, organisationId };
  switch (standing.state) {
    case 'blocked':
    case 'refused':
      logger.error('Organisation not onboarded', { ...told, problem: standing.problem });
      return;
    case 'under-way':
    case 'incomplete':
      logger.info('Organisation onboarded in part', {
        ...told,
        leftForPerson: standing.leftForPerson.length,
      });
      return;
    case 'onboarded':
      logger.info('Organisation onboarded', told);
  }
}
