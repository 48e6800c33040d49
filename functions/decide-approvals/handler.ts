import { storedSigningKeys } from '#shared/approvals/signing-keys.ts';
import { documentClient, eventBridgeClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableDecisions } from '#shared/aws/table/decisions.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { systemClock } from '#shared/time/clock.ts';
import { createApprovalHandler } from './approval-handler.ts';
import { wouldLastUntil } from './would-last-until.ts';

const environment = readEnvironment('decide-approvals');
const configuration = readConfiguration();
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };

export const handler = createApprovalHandler({
  readKeys: storedSigningKeys({
    secrets: secretsManagerReader(secretsManagerClient()),
    secretName: secretNames.approvalSigningKey(environment.STAGE),
    clock: systemClock,
  }),
  requests: tableRequestReader(table),
  decisions: tableDecisions(table),
  events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  clock: systemClock,
  wouldLastUntil: wouldLastUntil(configuration),
  logger: functionLogger(),
  metrics: functionMetrics(),
});
