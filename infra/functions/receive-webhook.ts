import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayReadSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Verifies a webhook, publishes what it asks for, records it, answers 202. Called by the API. */
export class ReceiveWebhookFunction extends AutomationFunction<'receive-webhook'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'ReceiveWebhook', deployment, {
      name: 'receive-webhook',
      description: 'Accepts webhooks: verify, parse, publish, record',
      // CPU comes with memory, and a sender waits: at 1 GB start-up and signature check are quick.
      memory: Size.gibibytes(1),
      // A sender may wait for what becomes of its request; the API itself gives up after 30 seconds.
      timeout: Duration.seconds(29),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
      },
      permissions: [
        mayReadSecrets(state.secrets.connections),
        mayPublishTo(state.bus),
        mayUseTable(state.table, 'PutItem', 'Query'),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
    });
  }
}
