import type { SQSClient } from '@aws-sdk/client-sqs';
import { schedulerClient } from '../aws/clients.ts';
import { scheduledTasks } from '../aws/task-schedule.ts';
import type { TaskSchedule } from '../people/changes/task-schedule.ts';
import type { Clock } from '../time/clock.ts';
import type { FunctionEnvironment } from './environment.ts';

/** Tasks about people, for a function whose environment says where they go. */
export function personTasks(
  environment: FunctionEnvironment<'plan-people-changes' | 'onboard-user' | 'offboard-user'>,
  { queue, clock }: { queue: SQSClient; clock: Clock },
): TaskSchedule {
  return scheduledTasks({
    scheduler: schedulerClient(),
    queue,
    clock,
    namePrefix: environment.SCHEDULE_NAME_PREFIX,
    roleArn: environment.SCHEDULE_ROLE_ARN,
    deadLetterQueueArn: environment.SCHEDULE_DEAD_LETTER_QUEUE_ARN,
    queues: {
      onboard: { url: environment.ONBOARD_QUEUE_URL, arn: environment.ONBOARD_QUEUE_ARN },
      offboard: { url: environment.OFFBOARD_QUEUE_URL, arn: environment.OFFBOARD_QUEUE_ARN },
      plan: { url: environment.PLAN_QUEUE_URL, arn: environment.PLAN_QUEUE_ARN },
    },
  });
}
