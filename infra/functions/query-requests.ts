import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { mayDecryptThrough, mayUseTable } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Tells operators what became of a request or an indicator. Called by the API; reads only. */
export class QueryRequestsFunction extends AutomationFunction<'query-requests'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'QueryRequests', deployment, {
      name: 'query-requests',
      description: 'Answers what became of a request or an indicator',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(10),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName },
      permissions: [mayUseTable(state.table, 'Query'), mayDecryptThrough(state.key, 'dynamodb')],
    });
  }
}
