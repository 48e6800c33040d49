import { Duration, Size } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { findingSources } from '#shared/aws-findings/finding-sources.ts';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { mayDecryptThrough, mayEncryptThrough, mayPublishTo, maySendTo } from '../constructs/permissions.ts';
import { resourceName } from '../constructs/resource-name.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Turns findings of AWS services into commands to block. Called by rules of the account's default bus. */
export class ReceiveFindingFunction extends AutomationFunction<'receive-finding'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const { stage, awsFindings } = deployment.configuration;
    const failed = new DeadLetterQueue(scope, 'FailedFindings', {
      name: resourceName(stage, 'findings-dead-letters'),
      alarmDescription:
        'A finding of an AWS service could not be turned into commands to block. See the log of receive-finding.',
      alarmTopic,
      key: state.key,
      requireTls: deployment.safeguards.requireTls,
    });
    super(scope, 'ReceiveFinding', deployment, {
      name: 'receive-finding',
      description: 'Turns findings of GuardDuty and Security Hub into commands to block',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(30),
      key: state.key,
      deadLetterQueue: failed.queue,
      environment: { EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayPublishTo(state.bus),
        maySendTo(failed.queue),
        mayDecryptThrough(state.key, 'sqs'),
        mayEncryptThrough(state.key, 'sqs'),
      ],
    });
    for (const { setting, source, detailType } of findingSources) {
      if (!awsFindings?.[setting]) continue;
      new Rule(this, setting, {
        description: `${detailType} of ${source} become commands to block`,
        eventPattern: { source: [source], detailType: [detailType] },
        targets: [new LambdaFunction(this.lambda, { deadLetterQueue: failed.queue, retryAttempts: 5 })],
      });
    }
  }
}
