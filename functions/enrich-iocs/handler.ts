import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { documentClient, eventBridgeClient, queueClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableDeliveredCallbacks } from '#shared/aws/table/delivered-callbacks.ts';
import { tableXdrBudget } from '#shared/aws/table/xdr-budget.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { deliberateHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import { organisationXdrTokens } from '#shared/cisco/xdr/organisation-tokens.ts';
import { signedCallbacks } from '#shared/enrichment/callbacks/signed-callbacks.ts';
import type { EnrichResult } from '#shared/enrichment/enrich-command.ts';
import { enrichIndicators } from '#shared/enrichment/enrich-indicators.ts';
import { groupCommands, type OrganisationCommands } from '#shared/enrichment/group-commands.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { returnMessages } from '#shared/lambda/return-messages.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { enrichmentPorts, type SharedAccess } from './enrichment-ports.ts';
import { queueOfEvent } from './queue-of-event.ts';
import { readCommands } from './read-commands.ts';
import { reportResults } from './report-results.ts';

const environment = readEnvironment('enrich-iocs');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const queue = queueClient();
const secrets = secretsManagerReader(secretsManagerClient());
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const clock = systemClock;
const budget = tableXdrBudget({ ...table, clock, limits: configuration.enrichment });
const shared: SharedAccess = {
  configuration,
  table,
  events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  access: {
    configuration,
    budget,
    clock,
    tokensOf: organisationXdrTokens({
      stage: environment.STAGE,
      configuration,
      secrets,
      // Tokens outlive the invocation that asked for them, so its end does not cut the question off.
      http: httpClient({ clock, sleep: realSleep, random: Math.random }, deliberateHttpOptions),
      budget,
      clock,
    }),
  },
  callbacks: signedCallbacks({
    configuration,
    secrets: cachedConnectionSecrets({
      reader: secrets,
      clock,
      secretNameOf: (connection) => secretNames.connection(environment.STAGE, connection),
    }),
    delivered: tableDeliveredCallbacks({ ...table, clock }),
    clock,
  }),
};

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, context: Context) => {
    const { commands, others } = readCommands(event, configuration);
    const portsFor = enrichmentPorts(shared, context.getRemainingTimeInMillis());
    const enriched = await Promise.all(groupCommands(commands).map((work) => enrich(work, portsFor)));
    const results = [...others, ...enriched.flat()];
    reportResults(results, observability);
    return returnMessages(
      event,
      results.filter((result) => result.kind === 'return'),
      {
        queue,
        queueUrl: queueOfEvent(event, [environment.ENRICH_QUEUE_URL, environment.URGENT_ENRICH_QUEUE_URL]),
        logger: observability.logger,
      },
    );
  },
);

/** The urgent ones of an organisation first: the others may use up its hour. */
async function enrich(
  { organisation, groups }: OrganisationCommands,
  portsFor: ReturnType<typeof enrichmentPorts>,
): Promise<EnrichResult[]> {
  const results: EnrichResult[] = [];
  for (const { urgent, commands } of groups) {
    results.push(...(await enrichIndicators(commands, portsFor(organisation, urgent ? 'express' : 'usual'))));
  }
  return results;
}
