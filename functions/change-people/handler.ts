import { documentClient, eventBridgeClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { tablePeopleChanges } from '#shared/aws/table/people/people-changes.ts';
import { tableRecordedBatches } from '#shared/aws/table/people/recorded-batches.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { systemClock } from '#shared/time/clock.ts';
import { answerPeopleChange } from './answer-people-change.ts';

const environment = readEnvironment('change-people');
const { people: settings } = readConfiguration();
if (settings === undefined) {
  throw new ConfigurationProblem('There is no "people" in the configuration. Add it and deploy again.');
}
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const ports = {
  changes: tablePeopleChanges(table),
  batches: tableRecordedBatches(table),
  events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  settings,
  clock: systemClock,
};

export const handler = httpHandler({ logger: functionLogger(), metrics: functionMetrics() }, (request) =>
  answerPeopleChange(request, ports),
);
