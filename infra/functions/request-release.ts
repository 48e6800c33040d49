import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { mayDecryptThrough, mayPublishTo, mayUseTable } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Takes an operator's wish to release an indicator or to roll back a request. Called by the API. */
export class RequestReleaseFunction extends AutomationFunction<'request-release'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    super(scope, 'RequestRelease', deployment, {
      name: 'request-release',
      description: 'Asks for the release of an indicator, or of all that a request blocked',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayUseTable(state.table, 'BatchGetItem', 'Query'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb'),
      ],
    });
  }
}
