import { documentClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableOnboardingRecords } from '#shared/aws/table/organisations/onboarding-records.ts';
import { tableOnboardingJournal } from '#shared/aws/table/organisations/step-journal.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { managerPlatform } from '#shared/cisco/security-cloud-control/organisations/manager-platform.ts';
import { configuredOnboarding } from '#shared/config/configured-onboarding.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { organisationIdSchema } from '#shared/organisations/organisation.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { answerOrganisationQuery } from './answer-organisation-query.ts';

/** Somebody waits for the answer, which API Gateway gives up after 30 s. */
const httpOptions = { totalTimeLimitMilliseconds: 20_000 };

const environment = readEnvironment('query-organisations');
const configuration = readConfiguration();
const { manager } = configuredOnboarding(configuration);
const time = { clock: systemClock, sleep: realSleep };
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const secretsManager = secretsManagerClient();
const ports = {
  ...managerPlatform(manager, {
    configuration,
    http: httpClient({ ...time, random: Math.random }, httpOptions),
    tokensOf: organisationSccTokenSources({
      ...time,
      stage: environment.STAGE,
      secrets: secretsManagerReader(secretsManager),
      rotations: secretTokenRotations(secretsManager),
    }),
  }),
  records: tableOnboardingRecords(table),
  journal: tableOnboardingJournal(table),
  configured: new Map(
    Object.entries(configuration.organisations).flatMap(([name, { securityCloudControl }]) =>
      securityCloudControl
        ? [
            [
              organisationIdSchema.parse(securityCloudControl.organizationId),
              organisationNameSchema.parse(name),
            ] as const,
          ]
        : [],
    ),
  ),
  configuredNames: Object.keys(configuration.organisations),
};

export const handler = httpHandler({ logger: functionLogger(), metrics: functionMetrics() }, (request) =>
  answerOrganisationQuery(request, ports),
);
