import { documentClient, eventBridgeClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { tableRequestRecorder } from '#shared/aws/table/request-recorder.ts';
import { guardOf } from '#shared/iocs/guard/guard.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { createWebhookHandler } from './webhook-handler.ts';

const environment = readEnvironment('receive-webhook');
const configuration = readConfiguration();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };

export const handler = createWebhookHandler({
  configuration,
  secrets: cachedConnectionSecrets({
    reader: secretsManagerReader(secretsManagerClient()),
    clock: systemClock,
    secretNameOf: (connection) => secretNames.connection(environment.STAGE, connection),
  }),
  publisher: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  recorder: tableRequestRecorder(table),
  requests: tableRequestReader(table),
  guard: guardOf(configuration.guard),
  clock: systemClock,
  sleep: realSleep,
  logger: functionLogger(),
  metrics: functionMetrics(),
});
