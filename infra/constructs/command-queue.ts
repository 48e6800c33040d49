import type { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import type { AutomationFunction } from './automation-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { resourceName } from './resource-name.ts';
import { WorkQueue } from './work-queue.ts';

/**
 * How often a command is tried. A worker that waits for its organisation's lock or for Cisco
 * puts messages back, which counts too. With the waits between (5 s, doubling), 10 tries outlast half an hour.
 */
const usualMaxReceiveCount = 10;

export interface CommandQueueProps {
  /** `block` becomes the queue `scc-automations-<stage>-block`, with `…-dead-letters` and `…-undelivered`. */
  readonly name: string;
  /** Which events it takes from the bus. */
  readonly detailTypes: readonly OutgoingEvent['detailType'][];
  /** What must stand in them. @default nothing in particular */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What they are, for alarms: `Block requests`. */
  readonly work: string;
  readonly batchWindow: Duration;
  /** The timeout of the function that works on them. */
  readonly workerTimeout: Duration;
  /** How often one is tried. @default 10 */
  readonly maxReceiveCount?: number;
  readonly state: StateStack;
  readonly alarmTopic: ITopic;
}

/** Events of one kind on their way from the bus to their worker. None is lost: each step has its own queue for failures. */
export class CommandQueue extends Construct {
  readonly work: WorkQueue;
  /** Holds commands that EventBridge could not put into the queue. */
  readonly undelivered: DeadLetterQueue;
  readonly #batchWindow: Duration;

  constructor(scope: Construct, id: string, deployment: Deployment, props: CommandQueueProps) {
    super(scope, id);
    const { stage } = deployment.configuration;
    const { requireTls } = deployment.safeguards;
    const { batchWindow, maxReceiveCount = usualMaxReceiveCount, alarmTopic } = props;
    const { key, bus } = props.state;
    const name = resourceName(stage, props.name);
    this.#batchWindow = batchWindow;
    this.work = new WorkQueue(this, 'Work', {
      stage,
      name: props.name,
      work: props.work,
      longestBatch: props.workerTimeout.plus(batchWindow),
      maxReceiveCount,
      alarmTopic,
      key,
      requireTls,
    });
    this.undelivered = new DeadLetterQueue(this, 'Undelivered', {
      name: `${name}-undelivered`,
      alarmDescription: `EventBridge could not put ${props.work.toLowerCase()} into ${name}. Mend the queue's or the key's policy, then send them there: aws sqs start-message-move-task --source-arn <ARN of this queue> --destination-arn <ARN of ${name}>`,
      alarmTopic,
      key,
      requireTls,
    });
    new Rule(this, 'Rule', {
      description: `${props.work} go to the queue ${name}, whoever published them`,
      eventBus: bus,
      eventPattern: { detailType: [...props.detailTypes], ...(props.detail && { detail: props.detail }) },
      targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.undelivered.queue })],
    });
  }

  /** Hands the commands to their worker in batches; it may fail them one by one. */
  feed(worker: AutomationFunction): void {
    this.work.feed(worker, {
      // Lambda refuses more than 10 messages a batch when it may not wait for them.
      // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
      batchSize: this.#batchWindow.toSeconds() === 0 ? 10 : 1_000,
      maxBatchingWindow: this.#batchWindow,
    });
  }
}
