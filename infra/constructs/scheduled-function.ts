import { Duration } from 'aws-cdk-lib';
import { type CronOptions, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { FunctionName } from '#shared/lambda/environment.ts';
import type { Deployment } from '../stacks/deployment.ts';
import { AutomationFunction, type AutomationFunctionProps } from './automation-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { mayDecryptThrough, mayEncryptThrough, maySendTo } from './permissions.ts';
import { resourceName } from './resource-name.ts';

export interface ScheduledFunctionProps<Name extends FunctionName>
  extends Omit<AutomationFunctionProps<Name>, 'deadLetterQueue'> {
  /** A rate, or times of the day (UTC). */
  readonly every: Duration | CronOptions;
  /** What the schedule calls it with. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Where runs go that have failed for good. */
  readonly failedRuns: {
    /** Id of the construct. */
    readonly id: string;
    /** `mint-dead-letters` becomes `scc-automations-<stage>-mint-dead-letters`. */
    readonly queueName: string;
    /** For the person who gets the alarm: what does not work now, and what to do about it. */
    readonly alarmDescription: string;
  };
  readonly alarmTopic: ITopic;
}

/** EventBridge tries for a day at most. */
const longestEventAge = Duration.days(1);

/** How long a run at a time of the day may be late and still be worth it. */
const longestDelay = Duration.hours(1);

/** A function that runs on a schedule. A run that fails is tried again; then it is kept, with an alarm. */
export class ScheduledFunction<Name extends FunctionName = FunctionName> extends AutomationFunction<Name> {
  /** Holds runs that failed for good. */
  readonly failedRuns: DeadLetterQueue;

  constructor(scope: Construct, id: string, deployment: Deployment, props: ScheduledFunctionProps<Name>) {
    const { every, event, key } = props;
    const failedRuns = new DeadLetterQueue(scope, props.failedRuns.id, {
      name: resourceName(deployment.configuration.stage, props.failedRuns.queueName),
      alarmDescription: props.failedRuns.alarmDescription,
      alarmTopic: props.alarmTopic,
      key,
      requireTls: deployment.safeguards.requireTls,
    });
    super(scope, id, deployment, {
      ...props,
      deadLetterQueue: failedRuns.queue,
      permissions: [
        ...props.permissions,
        maySendTo(failedRuns.queue),
        mayDecryptThrough(key, 'sqs'),
        mayEncryptThrough(key, 'sqs'),
      ],
    });
    this.failedRuns = failedRuns;

    const isRate = every instanceof Duration;
    const schedule = isRate ? Schedule.rate(every) : Schedule.cron(every);
    new Rule(this, 'Schedule', {
      description: `${props.description}: ${schedule.expressionString}`,
      schedule,
      targets: [
        new LambdaFunction(this.lambda, {
          event: RuleTargetInput.fromObject(event),
          deadLetterQueue: failedRuns.queue,
          // What is later than the next schedule has been overtaken by it.
          maxEventAge: isRate ? shorterOf(every, longestEventAge) : longestDelay,
          retryAttempts: 5,
        }),
      ],
    });
  }
}

function shorterOf(first: Duration, second: Duration): Duration {
  return first.toSeconds() < second.toSeconds() ? first : second;
}
