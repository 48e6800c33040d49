import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { documentClient, queueClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableXdrBudget } from '#shared/aws/table/xdr-budget.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { xdrHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import { organisationXdrTokens } from '#shared/cisco/xdr/organisation-tokens.ts';
import { writeBack } from '#shared/enrichment/write-back/write-back.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { returnMessages } from '#shared/lambda/return-messages.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { readWriteBackCommands } from './read-commands.ts';
import { reportWriteBack } from './report-results.ts';
import { writeBackPorts } from './write-back-ports.ts';

const environment = readEnvironment('write-back-intelligence');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const queue = queueClient();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const budget = tableXdrBudget({ ...table, clock: systemClock, limits: configuration.enrichment });
const tokensOf = organisationXdrTokens({
  stage: environment.STAGE,
  configuration,
  secrets: secretsManagerReader(secretsManagerClient()),
  http: httpClient({ clock: systemClock, sleep: realSleep, random: Math.random }, xdrHttpOptions),
  budget,
  clock: systemClock,
});

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, context: Context) => {
    const { commandsOf, refused } = readWriteBackCommands(event, configuration);
    const portsFor = writeBackPorts(
      { table, access: { configuration, tokensOf, budget, clock: systemClock } },
      context.getRemainingTimeInMillis(),
    );
    const done = await Promise.all(
      Array.from(commandsOf, ([organisation, commands]) => writeBack(commands, portsFor(organisation))),
    );
    const results = [...refused, ...done.flat()];
    reportWriteBack(results, observability);
    const returned = results.filter((result) => result.kind === 'return');
    return returnMessages(event, returned, {
      queue,
      queueUrl: environment.WRITE_BACK_QUEUE_URL,
      logger: observability.logger,
    });
  },
);
