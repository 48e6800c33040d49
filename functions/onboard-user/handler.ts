import { secretsManagerClient } from '#shared/aws/clients.ts';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { atPlatformPace, platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import { configuredPeople } from '#shared/config/configured-people.ts';
import { organisationFirewallManagerTokens } from '#shared/credentials/firewall-manager/organisation-token-sources.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { personTaskHandler } from '#shared/lambda/person-task-handler.ts';
import { onboardingHandlers } from '#shared/people/onboarding/onboarding-handlers.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { organisationPlaces } from './organisation-places.ts';

const environment = readEnvironment('onboard-user');
const configuration = readConfiguration();
const settings = configuredPeople(configuration);
const secretsClient = secretsManagerClient();
const secrets = secretsManagerReader(secretsClient);
const time = { clock: systemClock, sleep: realSleep };
const stage = environment.STAGE;
const platformTokensOf = organisationSccTokenSources({
  stage,
  secrets,
  rotations: secretTokenRotations(secretsClient),
  ...time,
});
const firewallManagerTokensOf = organisationFirewallManagerTokens({ stage, secrets });

export const handler = personTaskHandler({
  environment,
  queueUrl: environment.ONBOARD_QUEUE_URL,
  settings,
  observability: { logger: functionLogger(), metrics: functionMetrics() },
  async beginShift({ signal }) {
    const http = httpClient({ ...time, random: Math.random }, { ...platformHttpOptions, signal });
    const context = {
      configuration,
      http: atPlatformPace(http, time),
      platformTokensOf,
      firewallManagerTokensOf,
    };
    const places = settings.organisations.map((name) => organisationPlaces(name, context));
    return { handlers: onboardingHandlers(places, settings) };
  },
});
