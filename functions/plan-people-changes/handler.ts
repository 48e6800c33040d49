import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import {
  documentClient,
  eventBridgeClient,
  objectStoreClient,
  queueClient,
  secretsManagerClient,
} from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { s3PeopleFiles } from '#shared/aws/people-files.ts';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { tablePlannerLock } from '#shared/aws/table/people/planner-lock.ts';
import { configuredPeople } from '#shared/config/configured-people.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { personTasks } from '#shared/lambda/person-tasks.ts';
import { returnMessages } from '#shared/lambda/return-messages.ts';
import { giveBack, planMessages } from '#shared/people/planning/plan-messages.ts';
import { waitForPlanner } from '#shared/people/planning/planner-lock.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { plannerPorts } from './planner-ports.ts';
import { readMessages } from './read-messages.ts';
import { reportResults } from './report-results.ts';

/** Kept free at the end of an invocation for recording what was planned, in milliseconds. */
const reserveMilliseconds = 30_000;

/** The lock outlives its invocation by this much, so that clocks may differ a little, in milliseconds. */
const leaseMarginMilliseconds = 5_000;

const environment = readEnvironment('plan-people-changes');
const configuration = readConfiguration();
const people = configuredPeople(configuration);
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const time = { clock: systemClock, sleep: realSleep };
const queue = queueClient();
const secretsManager = secretsManagerClient();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const lock = new LeaseLock({ ...table, clock: systemClock });
const context = {
  table,
  configuration,
  people,
  tokensOf: organisationSccTokenSources({
    ...time,
    stage: environment.STAGE,
    secrets: secretsManagerReader(secretsManager),
    rotations: secretTokenRotations(secretsManager),
  }),
  events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  files: s3PeopleFiles({ client: objectStoreClient(), bucketName: environment.PEOPLE_FILES_BUCKET_NAME }),
  tasks: personTasks(environment, { queue, clock: systemClock }),
};

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, { getRemainingTimeInMillis }: Context) => {
    const remaining = getRemainingTimeInMillis();
    const after = (milliseconds: number) => new Date(systemClock.now().getTime() + milliseconds);
    const { commands, refused } = readMessages(event);
    const turn = await waitForPlanner(tablePlannerLock(lock, after(remaining + leaseMarginMilliseconds)), {
      ...time,
      waitUntil: after(remaining / 3),
    });
    const millisecondsLeft = Math.max(1, getRemainingTimeInMillis() - reserveMilliseconds);
    const results =
      turn.kind === 'held'
        ? commands.map((message) => giveBack(message, new RetryLater('Another planner is at work.')))
        : await planMessages(commands, plannerPorts(context, AbortSignal.timeout(millisecondsLeft)), {
            finishBy: after(millisecondsLeft),
          }).finally(() => turn.release());
    reportResults([...refused, ...results], observability);
    const returned = [...refused, ...results].filter((result) => result.kind === 'return');
    return returnMessages(event, returned, {
      queue,
      queueUrl: environment.PLAN_QUEUE_URL,
      logger: observability.logger,
    });
  },
);
