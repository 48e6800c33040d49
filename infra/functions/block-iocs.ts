import { Duration, Size } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import {
  mayConsume,
  mayDecryptThrough,
  mayEncryptThrough,
  mayInvoke,
  mayPublishTo,
  mayReadSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import { resourceName } from '../constructs/resource-name.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

const timeout = Duration.minutes(2);

/**
 * How often a block request is tried. A worker that waits for its organisation's lock or for Cisco
 * puts messages back, which counts too. With the waits between (5 s, doubling), 10 tries outlast half an hour.
 */
const maxReceiveCount = 10;

/**
 * Two pollers, the fewest that SQS offers. One writer per organisation is held by a lock in the table;
 * with more workers, most would only wait for it and drive healthy messages towards the dead-letter queue.
 * Reserved concurrency would do that as well: the pollers would be throttled instead.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const maxConcurrency = 2;

/** Writes indicators to destination lists. Gets its work from the bus, through a queue. */
export class BlockIocsFunction extends AutomationFunction<'block-iocs'> {
  readonly work: WorkQueue;
  /** Holds commands that EventBridge could not put into the queue. */
  readonly undelivered: DeadLetterQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    const { stage, blocking } = deployment.configuration;
    const { requireTls } = deployment.safeguards;
    const batchWindow = Duration.seconds(blocking.batchWindowSeconds);

    const intake = new Construct(scope, 'BlockRequests');
    const work = new WorkQueue(intake, 'Work', {
      stage,
      name: 'block',
      work: 'Block requests',
      longestBatch: timeout.plus(batchWindow),
      maxReceiveCount,
      alarmTopic,
      key: state.key,
      requireTls,
    });
    const undelivered = new DeadLetterQueue(intake, 'Undelivered', {
      name: resourceName(stage, 'block-undelivered'),
      alarmDescription: `EventBridge could not put block requests into ${resourceName(stage, 'block')}. Mend the queue's or the key's policy, then send them there: aws sqs start-message-move-task --source-arn <ARN of this queue> --destination-arn <ARN of ${resourceName(stage, 'block')}>`,
      alarmTopic,
      key: state.key,
      requireTls,
    });
    new Rule(intake, 'Rule', {
      description: 'Commands to block go to the block queue, whoever published them',
      eventBus: state.bus,
      eventPattern: { detailType: ['BlockRequested'] },
      targets: [new SqsQueue(work.queue, { deadLetterQueue: undelivered.queue })],
    });

    super(scope, 'BlockIocs', deployment, {
      name: 'block-iocs',
      description: 'Writes indicators to destination lists and records what became of each',
      memory: Size.mebibytes(512),
      timeout,
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        BLOCK_QUEUE_URL: work.queue.queueUrl,
        MINT_FUNCTION_NAME: minter.functionName,
      },
      permissions: [
        mayConsume(work.queue),
        mayReadSecrets(state.secrets.secureAccessAccessTokens),
        mayInvoke(minter),
        mayUseTable(
          state.table,
          'BatchGetItem',
          'ConditionCheckItem',
          'DeleteItem',
          'GetItem',
          'PutItem',
          'Query',
          'UpdateItem',
        ),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'sqs', 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
    });
    this.work = work;
    this.undelivered = undelivered;

    const mapping = new EventSourceMapping(this, 'Messages', {
      target: this.lambda,
      eventSourceArn: work.queue.queueArn,
      // Lambda refuses more than 10 messages a batch when it may not wait for them.
      // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
      batchSize: blocking.batchWindowSeconds === 0 ? 10 : 1_000,
      maxBatchingWindow: batchWindow,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'Only streams have one: messages that fail go to the dead-letter queue of the block queue.',
    });
  }
}
