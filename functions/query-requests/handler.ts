import { documentClient } from '#shared/aws/clients.ts';
import { tableLedger } from '#shared/aws/table/ledger.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { answerQuery } from './answer-query.ts';

const environment = readEnvironment('query-requests');
const configuration = readConfiguration();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const ports = {
  requests: tableRequestReader(table),
  ledger: tableLedger(table),
  configuration,
};

export const handler = httpHandler({ logger: functionLogger(), metrics: functionMetrics() }, (request) =>
  answerQuery(request, ports),
);
