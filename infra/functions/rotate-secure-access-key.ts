import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayReadSecrets,
  mayRotateSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { secretsOfSameOwners } from './secrets-of-same-owners.ts';

/** Replaces API keys of Secure Access that have the configured age, and deletes the old ones an hour later. */
export class RotateSecureAccessKeyFunction extends ScheduledFunction<'rotate-secure-access-key'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const { secureAccessKeyAdminKeys, secureAccessApiKeys } = state.secrets;
    super(scope, 'RotateSecureAccessKey', deployment, {
      name: 'rotate-secure-access-key',
      description: 'Replaces API keys of Secure Access that are due',
      memory: Size.mebibytes(512),
      // The Key Admin API allows 14 requests a minute; several organisations may be due on the same day.
      timeout: Duration.minutes(5),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayReadSecrets(secureAccessKeyAdminKeys),
        mayRotateSecrets(secretsOfSameOwners(secureAccessApiKeys, secureAccessKeyAdminKeys)),
        mayUseTable(state.table, 'GetItem', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'secretsmanager', 'dynamodb'),
      ],
      every: Duration.days(1),
      event: { organisations: 'all' },
      failedRuns: {
        id: 'FailedSecureAccessKeyRotations',
        queueName: 'rotate-secure-access-key-dead-letters',
        alarmDescription:
          'An API key of Secure Access could not be replaced; the present one works until it expires. See the log of rotate-secure-access-key; usually the KeyAdmin key has expired. The queue may be purged: the next day finishes what this one began.',
      },
      alarmTopic,
    });
  }
}
