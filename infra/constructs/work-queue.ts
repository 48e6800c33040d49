import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { acknowledge } from './acknowledge.ts';
import type { AutomationFunction } from './automation-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { resourceName } from './resource-name.ts';

/**
 * Two pollers, the fewest that SQS offers. One writer per organisation is held by a lock in the table;
 * with more workers, most would only wait for it and drive healthy messages towards the dead-letter queue.
 * Reserved concurrency would do that as well: the pollers would be throttled instead.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const maxConcurrency = 2;

export interface WorkQueueProps {
  readonly stage: StageName;
  /** `block` becomes the queue `scc-automations-<stage>-block` and its `…-block-dead-letters`. */
  readonly name: string;
  /** What the work is, for the alarm: `Block requests`. */
  readonly work: string;
  /** How long one batch may wait for the function and then be worked on. */
  readonly longestBatch: Duration;
  /** How often a message is tried before it goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
  readonly alarmTopic: ITopic;
  readonly key: IKey;
  readonly requireTls: boolean;
}

/** A queue of work for one function, with its dead-letter queue and the alarm on that. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #name: string;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.#name = props.name;
    const name = resourceName(props.stage, props.name);
    const { alarmTopic, key, requireTls } = props;

    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      name: `${name}-dead-letters`,
      alarmDescription: `${props.work} failed ${props.maxReceiveCount} times and wait in ${name}-dead-letters. Mend the cause (see the function's log), then send them again: aws sqs start-message-move-task --source-arn <ARN of ${name}-dead-letters>`,
      alarmTopic,
      key,
      requireTls,
    }).queue;

    this.queue = new Queue(this, 'Queue', {
      queueName: name,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: requireTls,
      // Less than the dead letters' 14 days, which are counted from the same moment.
      retentionPeriod: Duration.days(4),
      // Six times: Lambda may retry a batch while it is throttled, and the messages must stay hidden meanwhile.
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * props.longestBatch.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount },
    });
  }
  /** Hands the messages to their worker in batches; it may fail them one by one. */
  feed(worker: AutomationFunction, batches: { batchSize: number; maxBatchingWindow: Duration }): void {
    const mapping = new EventSourceMapping(worker, `Messages-${this.#name}`, {
      target: worker.lambda,
      eventSourceArn: this.queue.queueArn,
      ...batches,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'Only streams have one: messages that fail go to the dead-letter queue of their queue.',
    });
  }
}
