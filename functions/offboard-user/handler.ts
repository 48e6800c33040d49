import { documentClient, functionClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { invokedTokenMinter } from '#shared/aws/invoked-token-minter.ts';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableCallHistory } from '#shared/aws/table/call-history.ts';
import { CallHistory } from '#shared/cisco/http/call-history.ts';
import { adminWindows } from '#shared/cisco/secure-access/admin-pace.ts';
import { configuredPeople } from '#shared/config/configured-people.ts';
import { organisationFirewallManagerTokens } from '#shared/credentials/firewall-manager/organisation-token-sources.ts';
import { organisationTokenSources } from '#shared/credentials/organisation-token-sources.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { personTaskHandler } from '#shared/lambda/person-task-handler.ts';
import { offboardingHandlers } from '#shared/people/offboarding/offboarding-handlers.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

import { organisationPlaces } from './organisation-places.ts';

const environment = readEnvironment('offboard-user');
const configuration = readConfiguration();
const settings = configuredPeople(configuration);
const secretsClient = secretsManagerClient();
const secrets = secretsManagerReader(secretsClient);
const time = { clock: systemClock, sleep: realSleep };
const stage = environment.STAGE;
const callHistory = tableCallHistory({
  documents: documentClient(),
  tableName: environment.TABLE_NAME,
  windows: adminWindows,
});
const tokens = {
  platform: organisationSccTokenSources({
    stage,
    secrets,
    rotations: secretTokenRotations(secretsClient),
    ...time,
  }),
  secureAccess: organisationTokenSources({
    stage,
    secrets,
    minter: invokedTokenMinter(functionClient(), environment.MINT_FUNCTION_NAME),
    clock: systemClock,
  }),
  firewallManager: organisationFirewallManagerTokens({ stage, secrets }),
};

export const handler = personTaskHandler({
  environment,
  queueUrl: environment.OFFBOARD_QUEUE_URL,
  settings,
  observability: { logger: functionLogger(), metrics: functionMetrics() },
  async beginShift({ signal }) {
    const histories = new Map(
      await Promise.all(
        settings.organisations.map(async (name) => [name, await callHistory.read(name)] as const),
      ),
    );
    const places = organisationPlaces({
      configuration,
      settings,
      historyOf: (name) => histories.get(name) ?? new CallHistory(adminWindows),
      tokens,
      signal,
      ...time,
      random: Math.random,
    });
    return {
      handlers: offboardingHandlers(places, settings),
      async end() {
        for (const [name, history] of histories) await callHistory.keep(name, history);
      },
    };
  },
});
