import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { mayDecryptThrough, mayPublishTo, mayUseTable } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Takes an operator's word: somebody joins or leaves, a plan is cancelled, undone, approved. Called by the API. */
export class ChangePeopleFunction extends AutomationFunction<'change-people'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'ChangePeople', deployment, {
      name: 'change-people',
      description: 'Takes what operators want to happen to people',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayUseTable(state.table, 'GetItem', 'Query'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb'),
      ],
    });
  }
}
