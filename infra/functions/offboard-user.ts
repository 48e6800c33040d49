import { Duration, Size } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import {
  mayActForPeople,
  mayScheduleTasks,
  whySchedulesAreNotNamed,
} from '../constructs/people-permissions.ts';
import {
  mayConsume,
  mayDecryptThrough,
  mayEncryptThrough,
  mayInvoke,
  mayPublishTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { type PersonTasks, personWorkerTimeout } from '../constructs/person-tasks.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Cuts a person off everywhere, gives back what was taken away, and removes who is not given it back. */
export class OffboardUserFunction extends AutomationFunction<'offboard-user'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, tasks, minter }: { state: StateStack; tasks: PersonTasks; minter: IFunction },
  ) {
    super(scope, 'OffboardUser', deployment, {
      name: 'offboard-user',
      description: 'Cuts a person off everywhere, step by step, or undoes it',
      memory: Size.mebibytes(512),
      timeout: personWorkerTimeout,
      key: state.key,
      environment: {
        ...tasks.environment,
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        MINT_FUNCTION_NAME: minter.functionName,
      },
      whyWildcards: whySchedulesAreNotNamed,
      permissions: [
        mayConsume(tasks.offboard.queue),
        ...mayScheduleTasks(tasks),
        ...mayActForPeople(
          state,
          deployment.configuration,
          'sccAccessTokens',
          'firewallManagerTokens',
          'secureAccessAccessTokens',
        ),
        mayInvoke(minter),
        mayUseTable(state.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager', 'sqs'),
        mayEncryptThrough(state.key, 'dynamodb', 'sqs'),
      ],
    });
    // One person at a time: the next would only wait behind the first within the same 15 minutes.
    tasks.offboard.feed(this, { batchSize: 1, maxBatchingWindow: Duration.seconds(0) });
  }
}
