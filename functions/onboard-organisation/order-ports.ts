import { documentClient, eventBridgeClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableOnboardingRecords } from '#shared/aws/table/organisations/onboarding-records.ts';
import { tableOnboardingJournal } from '#shared/aws/table/organisations/step-journal.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { managerPlatform } from '#shared/cisco/security-cloud-control/organisations/manager-platform.ts';
import { atPlatformPace, platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import { configuredOnboarding } from '#shared/config/configured-onboarding.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import type { FunctionEnvironment } from '#shared/lambda/environment.ts';
import { configuredClaimCodes } from '#shared/organisations/configured-claim-codes.ts';
import type { OrderPorts } from '#shared/organisations/orders/work-on-order.ts';
import { storedClaimCodes } from '#shared/organisations/stored-claim-codes.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** Everything that an order touches; the signal ends its calls to the platform. */
export function orderPorts(
  environment: FunctionEnvironment<'onboard-organisation'>,
  configuration: DeploymentConfiguration,
): (signal: AbortSignal) => OrderPorts {
  const { manager, claimCodes } = configuredOnboarding(configuration);
  const { STAGE: stage, TABLE_NAME: tableName, EVENT_BUS_NAME: busName } = environment;
  const time = { clock: systemClock, sleep: realSleep };
  const secretsManager = secretsManagerClient();
  const secrets = secretsManagerReader(secretsManager);
  const table = { documents: documentClient(), tableName };
  const tokensOf = organisationSccTokenSources({
    ...time,
    stage,
    secrets,
    rotations: secretTokenRotations(secretsManager),
  });
  const stored = storedClaimCodes(secrets, (name) => secretNames.claimCode(stage, name));
  const lasting = {
    claimCodes: configuredClaimCodes(stored, claimCodes),
    journal: tableOnboardingJournal(table),
    clock: systemClock,
  };
  const records = tableOnboardingRecords(table);
  const events = eventBridgePublisher({ client: eventBridgeClient(), busName });
  return (signal) => {
    const http = atPlatformPace(
      httpClient({ ...time, random: Math.random }, { ...platformHttpOptions, signal }),
      time,
    );
    return {
      onboarding: { ...lasting, ...managerPlatform(manager, { configuration, http, tokensOf }) },
      records,
      events,
    };
  };
}
