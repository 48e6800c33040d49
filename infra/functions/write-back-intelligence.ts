import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue } from '../constructs/command-queue.ts';
import {
  mayConsume,
  mayDecryptThrough,
  mayEncryptThrough,
  mayReadSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

const timeout = Duration.minutes(5);

/** Writes what was blocked and released into the private intelligence of XDR, so that people see it there. */
export class WriteBackIntelligenceFunction extends AutomationFunction<'write-back-intelligence'> {
  readonly results: CommandQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const results = new CommandQueue(scope, 'BlockResults', deployment, {
      name: 'write-back',
      detailTypes: ['IocBlocked', 'IocReleased'],
      work: 'Results to write back to XDR',
      batchWindow: Duration.seconds(30),
      workerTimeout: timeout,
      state,
      alarmTopic,
    });
    const { queue } = results.work;

    super(scope, 'WriteBackIntelligence', deployment, {
      name: 'write-back-intelligence',
      description: 'Writes what was blocked and released into private intelligence of Cisco XDR',
      memory: Size.mebibytes(512),
      timeout,
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName, WRITE_BACK_QUEUE_URL: queue.queueUrl },
      permissions: [
        mayConsume(queue),
        mayReadSecrets(state.secrets.xdrClients),
        mayUseTable(state.table, 'BatchGetItem', 'BatchWriteItem', 'GetItem', 'UpdateItem'),
        mayDecryptThrough(state.key, 'sqs', 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
    });
    this.results = results;
    results.feed(this);
  }
}
