import { Duration, Size } from 'aws-cdk-lib';
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
  mayPublishTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { type PersonTasks, personWorkerTimeout } from '../constructs/person-tasks.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Lets a person in: invitation, groups, roles, accounts. */
export class OnboardUserFunction extends AutomationFunction<'onboard-user'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, tasks }: { state: StateStack; tasks: PersonTasks },
  ) {
    super(scope, 'OnboardUser', deployment, {
      name: 'onboard-user',
      description: 'Lets a person in, step by step',
      memory: Size.mebibytes(512),
      timeout: personWorkerTimeout,
      key: state.key,
      environment: {
        ...tasks.environment,
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
      },
      whyWildcards: whySchedulesAreNotNamed,
      permissions: [
        mayConsume(tasks.onboard.queue),
        ...mayScheduleTasks(tasks),
        ...mayActForPeople(state, deployment.configuration, 'sccAccessTokens', 'firewallManagerTokens'),
        mayUseTable(state.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager', 'sqs'),
        mayEncryptThrough(state.key, 'dynamodb', 'sqs'),
      ],
    });
    // One person at a time: the next would only wait behind the first within the same 15 minutes.
    tasks.onboard.feed(this, { batchSize: 1, maxBatchingWindow: Duration.seconds(0) });
  }
}
