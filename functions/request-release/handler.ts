import { documentClient, eventBridgeClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { tableLedger } from '#shared/aws/table/ledger.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { destinationNames } from '#shared/config/configured-destination.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { configuredPlaces } from '#shared/requests/configured-places.ts';
import { systemClock } from '#shared/time/clock.ts';
import { answerRelease } from './answer-release.ts';

const environment = readEnvironment('request-release');
const configuration = readConfiguration();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const ports = {
  requests: tableRequestReader(table),
  ledger: tableLedger(table),
  events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  lists: destinationNames(configuration),
  routesOf: configuredPlaces(configuration).routesOf,
  clock: systemClock,
};

export const handler = httpHandler({ logger: functionLogger(), metrics: functionMetrics() }, (request) =>
  answerRelease(request, ports),
);
