import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { mayActForManager } from '../constructs/organisation-permissions.ts';
import { mayDecryptThrough, mayUseTable } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Tells operators which organisations and subscriptions there are, and how far onboardings are. Called by the API. */
export class QueryOrganisationsFunction extends AutomationFunction<'query-organisations'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'QueryOrganisations', deployment, {
      name: 'query-organisations',
      description: 'Tells which organisations and subscriptions there are, and how far onboardings are',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName },
      permissions: [
        ...mayActForManager(state, deployment.configuration),
        mayUseTable(state.table, 'GetItem', 'Query'),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager'),
      ],
    });
  }
}
