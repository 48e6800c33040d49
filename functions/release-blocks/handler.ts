import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { queueClient } from '#shared/aws/clients.ts';
import { giveBack } from '#shared/iocs/blocking/conclude-commands.ts';
import { releaseAsRequested } from '#shared/iocs/releasing/release-as-requested.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { releaseWorkbenches } from '#shared/lambda/release-workbench.ts';
import { reportReleases } from '#shared/lambda/report-releases.ts';
import { returnMessages } from '#shared/lambda/return-messages.ts';
import { readReleaseCommands } from './read-commands.ts';

const environment = readEnvironment('release-blocks');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger } = observability;
const queue = queueClient();
const workbenchFor = releaseWorkbenches(environment, configuration);

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, context: Context) => {
    const { commands, refused } = readReleaseCommands(event);
    const { ports, listOf } = workbenchFor(context.getRemainingTimeInMillis());
    const { runs, unfinished } = await releaseAsRequested(commands, listOf, ports);
    reportReleases(runs, observability);
    const returned = [...refused, ...unfinished].map((message) => giveBack(message, message.cause));
    for (const { messageId, cause } of returned) {
      logger.error('Message given back', { messageId, error: cause });
    }
    return returnMessages(event, returned, { queue, queueUrl: environment.RELEASE_QUEUE_URL, logger });
  },
);
