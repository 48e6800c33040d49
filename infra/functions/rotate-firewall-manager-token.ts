import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayRotateSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Replaces API tokens of Firewall Manager that have the configured age by one of the other API-only user. */
export class RotateFirewallManagerTokenFunction extends ScheduledFunction<'rotate-firewall-manager-token'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    super(scope, 'RotateFirewallManagerToken', deployment, {
      name: 'rotate-firewall-manager-token',
      description: 'Replaces API tokens of Firewall Manager that are due',
      memory: Size.mebibytes(512),
      timeout: Duration.minutes(2),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayRotateSecrets(state.secrets.firewallManagerTokens),
        mayUseTable(state.table, 'GetItem', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'secretsmanager', 'dynamodb'),
      ],
      every: Duration.days(1),
      event: { organisations: 'all' },
      failedRuns: {
        id: 'FailedFirewallManagerTokenRotations',
        queueName: 'rotate-firewall-manager-token-dead-letters',
        alarmDescription:
          'An API token of Firewall Manager could not be replaced; the present one works on, as it never expires. See the log of rotate-firewall-manager-token. The queue may be purged: the next day finishes what this one began.',
      },
      alarmTopic,
    });
  }
}
