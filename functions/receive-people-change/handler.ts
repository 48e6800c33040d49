import {
  documentClient,
  eventBridgeClient,
  objectStoreClient,
  secretsManagerClient,
} from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { s3ReceivedFiles } from '#shared/aws/received-people-files.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableProvisionedUsers } from '#shared/aws/table/people/provisioned-users.ts';
import type { LifecycleSourceName } from '#shared/config/names.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { systemClock } from '#shared/time/clock.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { createPeopleChangeHandler } from './people-change-handler.ts';

const environment = readEnvironment('receive-people-change');

export const handler = createPeopleChangeHandler({
  configuration: readConfiguration(),
  secrets: cachedConnectionSecrets<LifecycleSourceName>({
    reader: secretsManagerReader(secretsManagerClient()),
    clock: systemClock,
    secretNameOf: (source) => secretNames.peopleSource(environment.STAGE, source),
  }),
  publisher: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  files: s3ReceivedFiles({ client: objectStoreClient(), bucketName: environment.PEOPLE_FILES_BUCKET_NAME }),
  users: tableProvisionedUsers({ documents: documentClient(), tableName: environment.TABLE_NAME }),
  clock: systemClock,
  logger: functionLogger(),
  metrics: functionMetrics(),
});
