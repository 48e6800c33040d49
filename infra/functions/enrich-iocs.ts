import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue, type CommandQueueProps } from '../constructs/command-queue.ts';
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

/** Modules of XDR answer when they can; a batch that is slow is asked again in smaller ones. */
const timeout = Duration.minutes(5);

/** Asks Cisco XDR about indicators and does what the policy says. What is urgent has a queue of its own. */
export class EnrichIocsFunction extends AutomationFunction<'enrich-iocs'> {
  readonly commands: CommandQueue;
  readonly urgentCommands: CommandQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const { blocking } = deployment.configuration;
    const common = {
      detailTypes: ['EnrichRequested'],
      workerTimeout: timeout,
      state,
      alarmTopic,
    } satisfies Partial<CommandQueueProps>;
    const commands = new CommandQueue(scope, 'EnrichRequests', deployment, {
      ...common,
      name: 'enrich',
      detail: { urgent: [false, { exists: false }] },
      work: 'Enrich requests',
      batchWindow: Duration.seconds(blocking.batchWindowSeconds),
    });
    const urgentCommands = new CommandQueue(scope, 'UrgentEnrichRequests', deployment, {
      ...common,
      name: 'enrich-urgent',
      detail: { urgent: [true] },
      work: 'Urgent enrich requests',
      batchWindow: Duration.seconds(0),
    });

    super(scope, 'EnrichIocs', deployment, {
      name: 'enrich-iocs',
      description: 'Asks Cisco XDR about indicators and does what the policy says',
      memory: Size.mebibytes(512),
      timeout,
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        ENRICH_QUEUE_URL: commands.work.queue.queueUrl,
        URGENT_ENRICH_QUEUE_URL: urgentCommands.work.queue.queueUrl,
      },
      permissions: [
        mayConsume(commands.work.queue),
        mayConsume(urgentCommands.work.queue),
        mayReadSecrets(state.secrets.xdrClients),
        mayReadSecrets(secretsOfCallbacks(deployment, state)),
        mayUseTable(
          state.table,
          'BatchGetItem',
          'BatchWriteItem',
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
      ].filter(({ resources }) => resources.length > 0),
    });
    this.commands = commands;
    this.urgentCommands = urgentCommands;
    commands.feed(this);
    urgentCommands.feed(this);
  }
}

/** A callback is signed with the secret of the connection that asked. */
function secretsOfCallbacks({ configuration }: Deployment, { secrets }: StateStack) {
  const withCallback = Object.entries(configuration.connections).filter(
    ([, { enrichment }]) => enrichment?.callbackUrl !== undefined,
  );
  const names = new Set(withCallback.map(([name]) => name));
  return Object.fromEntries(Object.entries(secrets.connections).filter(([name]) => names.has(name)));
}
