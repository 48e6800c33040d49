import { Duration, Size } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AnnouncementTopic } from '../constructs/announcement-topic.ts';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishToTopic,
  mayReadSecrets,
  maySendTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { resourceName } from '../constructs/resource-name.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Tells people that something waits for their approval, with the link to the page where they decide. */
export class AnnounceApprovalsFunction extends AutomationFunction<'announce-approvals'> {
  readonly topic: AnnouncementTopic;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, apiUrl }: { state: StateStack; alarmTopic: ITopic; apiUrl: string },
  ) {
    const { configuration, safeguards } = deployment;
    const { requireTls } = safeguards;
    const topic = new AnnouncementTopic(scope, 'Approvals', {
      stage: configuration.stage,
      name: 'approvals',
      key: state.key,
      requireTls,
      email: configuration.approvals.email,
    });
    const failed = new DeadLetterQueue(scope, 'FailedAnnouncements', {
      name: resourceName(configuration.stage, 'announce-approvals-dead-letters'),
      alarmDescription:
        'Indicators wait for approval and nobody could be told. See the log of announce-approvals; decide with POST /requests/{requestId}/approve or /reject.',
      alarmTopic,
      key: state.key,
      requireTls,
    });
    super(scope, 'AnnounceApprovals', deployment, {
      name: 'announce-approvals',
      description: 'Tells people that held indicators wait for their approval',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(30),
      key: state.key,
      deadLetterQueue: failed.queue,
      environment: {
        TABLE_NAME: state.table.tableName,
        APPROVALS_TOPIC_ARN: topic.topicArn,
        API_URL: apiUrl,
      },
      permissions: [
        mayReadSecrets({
          signingKey: state.secrets.approvalSigningKey,
          ...state.secrets.approvalChatWebhook,
        }),
        mayUseTable(state.table, 'PutItem', 'Query'),
        mayPublishToTopic(topic),
        maySendTo(failed.queue),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager', 'sns', 'sqs'),
        mayEncryptThrough(state.key, 'dynamodb', 'sns', 'sqs'),
      ],
    });
    this.topic = topic;
    new Rule(this, 'Rule', {
      description: 'Held indicators are announced to the people who decide',
      eventBus: state.bus,
      eventPattern: { detailType: ['ApprovalRequested'] },
      targets: [new LambdaFunction(this.lambda, { deadLetterQueue: failed.queue, retryAttempts: 5 })],
    });
  }
}
