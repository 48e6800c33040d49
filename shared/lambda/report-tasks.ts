import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MessageResult } from '../people/working/work-messages.ts';
import type { Observability } from './middleware-stack.ts';

/** Writes down what became of tasks: a log line and metrics for each, without the person's address. */
export function reportTasks(results: readonly MessageResult[], { logger, metrics }: Observability): void {
  for (const result of results) {
    switch (result.kind) {
      case 'worked': {
        const { task, outcome } = result;
        const about = { changeId: task.changeId, task: task.task, outcome: outcome.kind };
        metrics.addMetric(`Tasks:${outcome.kind}`, MetricUnit.Count, 1);
        if (outcome.kind === 'incomplete') {
          const open = outcome.open.map(({ step, organisation }) => ({ step, organisation }));
          logger.warn('Task done but for open steps', { ...about, open });
        } else {
          logger.info('Task done', {
            ...about,
            ...(outcome.kind === 'nothing' && { because: outcome.because }),
          });
        }
        break;
      }
      case 'wait':
        metrics.addMetric('TasksWaiting', MetricUnit.Count, 1);
        break;
      case 'return':
        logger.error('Message given back', { messageId: result.messageId, error: result.cause });
        metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
        break;
    }
  }
}
