import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { mayActForPeople } from '../constructs/people-permissions.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Tells who was invited and has not accepted, and sends each invitation once more. */
export class CheckInvitationsFunction extends ScheduledFunction<'check-invitations'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    super(scope, 'CheckInvitations', deployment, {
      name: 'check-invitations',
      description: 'Reports invitations that nobody has accepted, and sends them once more',
      memory: Size.mebibytes(512),
      timeout: Duration.minutes(5),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        ...mayActForPeople(state, deployment.configuration, 'sccAccessTokens'),
        mayUseTable(state.table, 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
      // In the morning in Europe: whoever reads it can still do something about it that day.
      every: { hour: '6', minute: '10' },
      event: {},
      failedRuns: {
        id: 'FailedInvitationChecks',
        queueName: 'check-invitations-dead-letters',
        alarmDescription:
          'It could not be found out who has not accepted their invitation. See the log of check-invitations. The queue may be purged: the next day checks again.',
      },
      alarmTopic,
    });
  }
}
