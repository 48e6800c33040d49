import { documentClient } from '#shared/aws/clients.ts';
import { tablePeopleChanges } from '#shared/aws/table/people/people-changes.ts';
import { tableRecordedBatches } from '#shared/aws/table/people/recorded-batches.ts';
import { tableStepJournal } from '#shared/aws/table/people/step-journal.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { answerPeopleQuery } from './answer-people-query.ts';

const environment = readEnvironment('query-people');
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const ports = {
  changes: tablePeopleChanges(table),
  batches: tableRecordedBatches(table),
  journal: tableStepJournal(table),
  organisations: readConfiguration().people?.organisations ?? [],
};

export const handler = httpHandler({ logger: functionLogger(), metrics: functionMetrics() }, (request) =>
  answerPeopleQuery(request, ports),
);
