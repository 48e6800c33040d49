import { Duration, Size } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
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

/** What people hear of. */
const announced = [
  'PeopleHeld',
  'PeopleRefused',
  'PersonChangeDue',
  'UserOnboarded',
  'OnboardingIncomplete',
  'UserOffboarded',
  'OffboardingIncomplete',
  'OffboardingUndone',
  'InvitationsOpen',
] as const satisfies readonly OutgoingEvent['detailType'][];

/** Tells people, and the tickets that asked for it, what becomes of who joins and leaves. */
export class AnnouncePeopleChangesFunction extends AutomationFunction<'announce-people-changes'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, topic }: { state: StateStack; alarmTopic: ITopic; topic: ITopic },
  ) {
    const failed = new DeadLetterQueue(scope, 'FailedPeopleAnnouncements', {
      name: resourceName(deployment.configuration.stage, 'announce-people-changes-dead-letters'),
      alarmDescription:
        'Nobody could be told what became of a person, or a ticket got no comment. See the log of announce-people-changes; npm run cli -- people show <email> tells how it stands.',
      alarmTopic,
      key: state.key,
      requireTls: deployment.safeguards.requireTls,
    });
    super(scope, 'AnnouncePeopleChanges', deployment, {
      name: 'announce-people-changes',
      description: 'Tells people and tickets what becomes of who joins and leaves',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(30),
      key: state.key,
      deadLetterQueue: failed.queue,
      environment: { TABLE_NAME: state.table.tableName, APPROVALS_TOPIC_ARN: topic.topicArn },
      permissions: [
        mayReadSecrets({ ...state.secrets.approvalChatWebhook, ...state.secrets.ticketSystems }),
        mayUseTable(state.table, 'GetItem', 'PutItem', 'Query'),
        mayPublishToTopic(topic),
        maySendTo(failed.queue),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager', 'sns', 'sqs'),
        mayEncryptThrough(state.key, 'dynamodb', 'sns', 'sqs'),
      ].filter(({ resources }) => resources.length > 0),
    });
    new Rule(this, 'Rule', {
      description: 'People and tickets are told what becomes of who joins and leaves',
      eventBus: state.bus,
      eventPattern: { detailType: [...announced] },
      targets: [new LambdaFunction(this.lambda, { deadLetterQueue: failed.queue, retryAttempts: 5 })],
    });
  }
}
