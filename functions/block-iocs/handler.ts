import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { documentClient, eventBridgeClient, objectStoreClient, queueClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { s3GuardLists } from '#shared/aws/guard-list-objects.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { organisationClient } from '#shared/cisco/secure-access/organisation-client.ts';
import { reportedIdentities } from '#shared/cisco/secure-access/reports/reported-identities.ts';
import { atReportsPace } from '#shared/cisco/secure-access/reports/reports-pace.ts';
import { targetDestinations } from '#shared/cisco/target-destinations.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import { groupByOrganisation } from '#shared/iocs/blocking/group-commands.ts';
import { refreshedGuard } from '#shared/iocs/guard/lists/refreshed-guard.ts';
import { cloudTokens } from '#shared/lambda/cloud-tokens.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionClouds } from '#shared/lambda/function-clouds.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { returnMessages } from '#shared/lambda/return-messages.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { readCommands } from './read-commands.ts';
import { reportResults } from './report-results.ts';
import { workerPorts } from './worker-ports.ts';

/** Kept free at the end of an invocation for recording what was done, in milliseconds. */
const reserveMilliseconds = 10_000;

const environment = readEnvironment('block-iocs');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const queue = queueClient();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
const tokens = cloudTokens(environment);
const time = { clock: systemClock, sleep: realSleep, random: Math.random };
const guard = refreshedGuard({
  settings: configuration.guard,
  lists: s3GuardLists({ client: objectStoreClient(), bucketName: environment.GUARD_LISTS_BUCKET_NAME }),
  clock: systemClock,
  report: (problem) => {
    logger.warn('A guard list could not be read', { problem });
    metrics.addMetric('GuardListsNotRead', MetricUnit.Count, 1);
  },
});

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, context: Context) => {
    const remaining = context.getRemainingTimeInMillis();
    const { commands, refused } = readCommands(event, { guard: await guard.current(), configuration });
    const signal = AbortSignal.timeout(Math.max(1, remaining - reserveMilliseconds));
    const clouds = functionClouds({ configuration, tokens, table, signal });
    const reports = atReportsPace(httpClient(time, { signal }), time);
    const ports = workerPorts(
      {
        table,
        events,
        configuration,
        touchedIdentitiesOf: (organisation) =>
          reportedIdentities({
            client: organisationClient(organisation, {
              configuration,
              http: reports,
              tokensOf: tokens.secureAccess,
            }),
            clock: systemClock,
            most: configuration.blastRadius.identities?.most ?? 0,
          }),
      },
      remaining,
    );
    const warn = (message: string) => logger.warn(message);
    const groups = groupByOrganisation(commands, targetDestinations({ configuration, clouds, warn }));
    const done = await Promise.all(groups.map((work) => blockIndicators(work, ports)));
    const results = [...refused, ...done.flat()];
    reportResults(results, observability);
    const returned = results.filter((result) => result.kind === 'return');
    return returnMessages(event, returned, { queue, queueUrl: environment.BLOCK_QUEUE_URL, logger });
  },
);
