import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { mayDecryptThrough, mayUseTable } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Tells operators what is planned for a person, what is done and what is pending. Called by the API. */
export class QueryPeopleFunction extends AutomationFunction<'query-people'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'QueryPeople', deployment, {
      name: 'query-people',
      description: 'Tells what is planned for people, done and pending',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName },
      permissions: [mayUseTable(state.table, 'GetItem', 'Query'), mayDecryptThrough(state.key, 'dynamodb')],
    });
  }
}
