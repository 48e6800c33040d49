import { Duration, Size } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue } from '../constructs/command-queue.ts';
import { mayWriteLists } from '../constructs/destination-list-permissions.ts';
import { mayConsume } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Reading a large list page by page takes its time. */
const timeout = Duration.minutes(10);

/** Takes entries off destination lists when somebody asks for it. Gets its work from the bus, through a queue. */
export class ReleaseBlocksFunction extends AutomationFunction<'release-blocks'> {
  readonly commands: CommandQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    const { blocking } = deployment.configuration;
    const commands = new CommandQueue(scope, 'ReleaseRequests', deployment, {
      name: 'release',
      detailTypes: ['ReleaseRequested'],
      work: 'Release requests',
      batchWindow: Duration.seconds(blocking.batchWindowSeconds),
      workerTimeout: timeout,
      state,
      alarmTopic,
    });
    const { queue } = commands.work;

    super(scope, 'ReleaseBlocks', deployment, {
      name: 'release-blocks',
      description: 'Takes indicators off destination lists when an operator asks for it',
      memory: Size.mebibytes(512),
      timeout,
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        RELEASE_QUEUE_URL: queue.queueUrl,
        MINT_FUNCTION_NAME: minter.functionName,
      },
      permissions: [mayConsume(queue), ...mayWriteLists(state, deployment.configuration, minter, 'sqs')],
    });
    this.commands = commands;
    commands.feed(this);
  }
}
