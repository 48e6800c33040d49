import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { PersonTask } from '../people/changes/person-task.ts';
import type { TaskSchedule } from '../people/changes/task-schedule.ts';
import type { Clock } from '../time/clock.ts';
import type { TimeZone } from '../time/zoned-time.ts';
import { scheduleExpression } from './schedule-expression.ts';

/** Schedules keep to the minute, so what is due within one goes straight into its queue. */
const dueNowMilliseconds = 60_000;

/** A day, so that a task outlives an outage; whoever takes it late sees from its change whether it still counts. */
const longestDeliverySeconds = 86_400;

/** EventBridge Scheduler tries so often at the most. */
const mostDeliveries = 185;

interface TaskQueue {
  readonly url: string;
  readonly arn: string;
}

/**
 * One-time schedules that put tasks into the queues of those who do them, and go away by themselves.
 * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export function scheduledTasks(options: {
  scheduler: SchedulerClient;
  queue: SQSClient;
  clock: Clock;
  /** With which the names of this deployment's schedules begin, at most 21 characters: permissions end there. */
  namePrefix: string;
  /** By which a schedule puts its task into the queue. */
  roleArn: string;
  /** Where a task ends that its queue has not taken for a day. */
  deadLetterQueueArn: string;
  queues: Readonly<Record<PersonTask['worker'], TaskQueue>>;
}): TaskSchedule {
  const { scheduler, queues } = options;
  return {
    async set(task, at, timeZone) {
      if (at.getTime() <= options.clock.now().getTime() + dueNowMilliseconds) {
        // The message first: a crash in between leaves a call too many, not one too few.
        await options.queue.send(
          new SendMessageCommand({ QueueUrl: queues[task.worker].url, MessageBody: JSON.stringify(task) }),
        );
        await remove(task);
        return;
      }
      const schedule = scheduleOf(task, at, timeZone);
      try {
        await scheduler.send(new CreateScheduleCommand(schedule));
      } catch (error) {
        if (!(error instanceof ConflictException)) throw error;
        await scheduler.send(new UpdateScheduleCommand(schedule));
      }
    },

    cancel: remove,
  };

  async function remove(task: PersonTask): Promise<void> {
    try {
      await scheduler.send(new DeleteScheduleCommand({ Name: nameOf(task) }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  function scheduleOf(task: PersonTask, at: Date, timeZone: TimeZone): CreateScheduleCommandInput {
    return {
      Name: nameOf(task),
      ...scheduleExpression(at, timeZone),
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: queues[task.worker].arn,
        RoleArn: options.roleArn,
        Input: JSON.stringify(task),
        DeadLetterConfig: { Arn: options.deadLetterQueueArn },
        RetryPolicy: {
          MaximumEventAgeInSeconds: longestDeliverySeconds,
          MaximumRetryAttempts: mostDeliveries,
        },
      },
    };
  }

  /** One for each task of a change; it names nobody. The scheduler takes 64 characters. */
  function nameOf({ changeId, task }: PersonTask): string {
    return `${options.namePrefix}${changeId.slice('chg_'.length)}-${task}`;
  }
}
