import { Duration, Size } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { mayReadBlocksOfList, mayWriteLists } from '../constructs/destination-list-permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Takes entries off destination lists when their lease has ended. Leases end on the full hour, and it runs then. */
export class ExpireBlocksFunction extends ScheduledFunction<'expire-blocks'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    super(scope, 'ExpireBlocks', deployment, {
      name: 'expire-blocks',
      description: 'Takes indicators off destination lists when their lease has ended',
      memory: Size.mebibytes(512),
      timeout: Duration.minutes(15),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        MINT_FUNCTION_NAME: minter.functionName,
      },
      permissions: [
        ...mayWriteLists(state, deployment.configuration, minter),
        mayReadBlocksOfList(state.table),
      ],
      every: { minute: '1' },
      event: {},
      failedRuns: {
        id: 'FailedExpiries',
        queueName: 'expire-blocks-dead-letters',
        alarmDescription:
          'Blocks whose lease has ended could not be released, so they last longer than promised. See the log of expire-blocks. The queue may be purged: the next hour tries again.',
      },
      alarmTopic,
    });
  }
}
