import { Duration, Size } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue } from '../constructs/command-queue.ts';
import { mayWriteLists } from '../constructs/destination-list-permissions.ts';
import { mayReadGuardLists } from '../constructs/guard-list-permissions.ts';
import { mayConsume } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

const timeout = Duration.minutes(2);

/** Writes indicators to destination lists. Gets its work from the bus, through a queue. */
export class BlockIocsFunction extends AutomationFunction<'block-iocs'> {
  readonly commands: CommandQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    const { blocking } = deployment.configuration;
    const commands = new CommandQueue(scope, 'BlockRequests', deployment, {
      name: 'block',
      detailTypes: ['BlockRequested'],
      work: 'Block requests',
      batchWindow: Duration.seconds(blocking.batchWindowSeconds),
      workerTimeout: timeout,
      state,
      alarmTopic,
    });
    const { queue } = commands.work;

    super(scope, 'BlockIocs', deployment, {
      name: 'block-iocs',
      description: 'Writes indicators to destination lists and records what became of each',
      // The lists that the guard looks into are held in memory.
      memory: Size.gibibytes(1),
      timeout,
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        BLOCK_QUEUE_URL: queue.queueUrl,
        MINT_FUNCTION_NAME: minter.functionName,
        GUARD_LISTS_BUCKET_NAME: state.guardLists.bucketName,
      },
      permissions: [
        mayConsume(queue),
        ...mayWriteLists(state, deployment.configuration, minter, 'sqs', 's3'),
        ...mayReadGuardLists(state.guardLists, deployment.configuration),
      ],
    });
    this.commands = commands;
    commands.feed(this);
  }
}
