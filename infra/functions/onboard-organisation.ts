import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue } from '../constructs/command-queue.ts';
import { mayActForManager } from '../constructs/organisation-permissions.ts';
import {
  mayConsume,
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayReadSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** The most that Lambda gives: an order may ask for hundreds of things, at two calls a second. */
const timeout = Duration.minutes(15);

/**
 * Products are waited for by giving the order back, with up to 15 minutes between: a setup is waited for a day, which is
 * a hundred times, and whoever has to store a claim code first gets another.
 */
const maxReceiveCount = 200;

/** Makes organisations with all that they are to have. Gets its work from the bus, through a queue. */
export class OnboardOrganisationFunction extends AutomationFunction<'onboard-organisation'> {
  readonly orders: CommandQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const orders = new CommandQueue(scope, 'OrganisationOrders', deployment, {
      name: 'onboard-organisation',
      detailTypes: ['OrganisationOnboardRequested'],
      work: 'Orders of organisations',
      batchWindow: Duration.seconds(0),
      workerTimeout: timeout,
      maxReceiveCount,
      state,
      alarmTopic,
    });
    const { queue } = orders.work;
    const { claimCodes } = state.secrets;

    super(scope, 'OnboardOrganisation', deployment, {
      name: 'onboard-organisation',
      description: 'Makes organisations with subscription, products, groups and first administrators',
      memory: Size.mebibytes(512),
      timeout,
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        ONBOARD_ORGANISATION_QUEUE_URL: queue.queueUrl,
      },
      permissions: [
        mayConsume(queue),
        ...mayActForManager(state, deployment.configuration),
        ...(Object.keys(claimCodes).length > 0 ? [mayReadSecrets(claimCodes)] : []),
        mayUseTable(state.table, 'GetItem', 'PutItem', 'Query'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager', 'sqs'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
    });
    this.orders = orders;
    orders.feed(this);
  }
}
