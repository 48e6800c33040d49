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

/** Serves the page on which a person decides about held indicators, and takes the decision. Called by the API. */
export class DecideApprovalsFunction extends AutomationFunction<'decide-approvals'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'DecideApprovals', deployment, {
      name: 'decide-approvals',
      description: 'Shows what is held, and takes the decision of a person',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayReadSecrets({ signingKey: state.secrets.approvalSigningKey }),
        mayUseTable(state.table, 'ConditionCheckItem', 'PutItem', 'Query', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
    });
  }
}
