import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { FunctionEnvironment } from '#shared/lambda/environment.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { CommandQueue } from './command-queue.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { mayDecryptThrough, mayEncryptThrough, maySendTo } from './permissions.ts';
import { resourceName } from './resource-name.ts';
import { WorkQueue } from './work-queue.ts';

/** The most that Lambda gives: one person takes a minute or two, and a place that is slow takes longer. */
export const personWorkerTimeout = Duration.minutes(15);

/** Hundreds of people in one file are recorded and scheduled one by one. */
export const plannerTimeout = Duration.minutes(10);

/**
 * How often a task is tried. One that waits for another person's turn is put back, which counts too; a task that is
 * lost would leave somebody in, so it is tried as often as SQS can count.
 */
const maxReceiveCount = 1_000;

/** How tasks about people reach those who do them: a queue for each, and schedules that put a task there at its time. */
export class PersonTasks extends Construct {
  readonly plan: CommandQueue;
  readonly onboard: WorkQueue;
  readonly offboard: WorkQueue;
  /**
   * With which the names of our schedules begin. They stand in the account's default group, since a group that this
   * stack made would take everybody's schedules along when the stack is removed and deployed again.
   */
  readonly scheduleNamePrefix: string;
  /** By which schedules act. */
  readonly scheduleRole: Role;
  readonly failedSchedules: DeadLetterQueue;

  constructor(
    scope: Construct,
    id: string,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    super(scope, id);
    const { stage } = deployment.configuration;
    const { requireTls } = deployment.safeguards;
    const { key } = state;

    this.plan = new CommandQueue(this, 'Plan', deployment, {
      name: 'plan-people',
      detailTypes: [
        'OnboardRequested',
        'OffboardRequested',
        'PersonChangeWithdrawn',
        'PersonUndoRequested',
        'HeldPeopleDecided',
      ],
      work: 'Changes to people',
      batchWindow: Duration.seconds(0),
      workerTimeout: plannerTimeout,
      state,
      alarmTopic,
    });
    const queue = (name: string, work: string) => ({
      stage,
      name,
      work,
      longestBatch: personWorkerTimeout,
      maxReceiveCount,
      alarmTopic,
      key,
      requireTls,
    });
    this.onboard = new WorkQueue(this, 'Onboard', queue('onboard', 'Tasks to let people in'));
    this.offboard = new WorkQueue(this, 'Offboard', queue('offboard', 'Tasks to cut people off'));

    this.failedSchedules = new DeadLetterQueue(this, 'FailedSchedules', {
      name: resourceName(stage, 'people-schedules-dead-letters'),
      alarmDescription:
        'Somebody was due to join or leave, and the schedule could not put the task into its queue. Mend the role or the key, then move the message: aws sqs start-message-move-task --source-arn <ARN of this queue> --destination-arn <ARN of the onboard or offboard queue, as its member "worker" says>',
      alarmTopic,
      key,
      requireTls,
    });
    this.scheduleNamePrefix = `scc-${stage}-`;
    const stack = Stack.of(this);
    this.scheduleRole = new Role(this, 'ScheduleRole', {
      // Schedules outlive this stack, and go on when it is deployed again with the same role.
      roleName: resourceName(stage, `people-schedules-${stack.region}`),
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        // Of a schedule group, not of a schedule:
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
        conditions: {
          StringEquals: {
            'aws:SourceArn': stack.formatArn({
              service: 'scheduler',
              resource: 'schedule-group',
              resourceName: 'default',
            }),
          },
        },
      }),
      description: 'Puts tasks about people into their queues when they are due',
    });
    for (const target of [
      this.plan.work.queue,
      this.onboard.queue,
      this.offboard.queue,
      this.failedSchedules.queue,
    ]) {
      this.scheduleRole.addToPolicy(maySendTo(target));
    }
    this.scheduleRole.addToPolicy(mayDecryptThrough(key, 'sqs'));
    this.scheduleRole.addToPolicy(mayEncryptThrough(key, 'sqs'));
  }

  /** What a function has to know that sets tasks. */
  get environment() {
    return {
      SCHEDULE_NAME_PREFIX: this.scheduleNamePrefix,
      SCHEDULE_ROLE_ARN: this.scheduleRole.roleArn,
      SCHEDULE_DEAD_LETTER_QUEUE_ARN: this.failedSchedules.queue.queueArn,
      PLAN_QUEUE_URL: this.plan.work.queue.queueUrl,
      PLAN_QUEUE_ARN: this.plan.work.queue.queueArn,
      ONBOARD_QUEUE_URL: this.onboard.queue.queueUrl,
      ONBOARD_QUEUE_ARN: this.onboard.queue.queueArn,
      OFFBOARD_QUEUE_URL: this.offboard.queue.queueUrl,
      OFFBOARD_QUEUE_ARN: this.offboard.queue.queueArn,
    } satisfies Partial<Record<keyof FunctionEnvironment<'onboard-user'>, string>>;
  }
}
