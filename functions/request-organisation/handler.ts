import { eventBridgeClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { configuredOnboarding } from '#shared/config/configured-onboarding.ts';
import type { OrganisationSourceName } from '#shared/config/names.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { systemClock } from '#shared/time/clock.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { answerOrganisationRequest } from './answer-organisation-request.ts';

const environment = readEnvironment('request-organisation');
const configuration = readConfiguration();
const ports = {
  settings: configuredOnboarding(configuration),
  limits: configuration.limits,
  secrets: cachedConnectionSecrets<OrganisationSourceName>({
    reader: secretsManagerReader(secretsManagerClient()),
    clock: systemClock,
    secretNameOf: (source) => secretNames.organisationSource(environment.STAGE, source),
  }),
  events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  clock: systemClock,
};

export const handler = httpHandler({ logger: functionLogger(), metrics: functionMetrics() }, (request) =>
  answerOrganisationRequest(request, ports),
);
