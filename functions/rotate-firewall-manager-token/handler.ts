import { randomUUID } from 'node:crypto';
import { secretsManagerClient } from '#shared/aws/clients.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerVersions } from '#shared/aws/secrets-manager-versions.ts';
import { ApiTokens } from '#shared/cisco/firewall-manager/api-tokens.ts';
import { firewallManagerBaseUrl } from '#shared/cisco/firewall-manager/base-url.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { rotateFirewallManagerToken } from '#shared/credentials/firewall-manager/rotate-firewall-manager-token.ts';
import { storedFirewallManagerTokenSchema } from '#shared/credentials/firewall-manager/stored-token.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { rotationHandler } from '#shared/lambda/rotation-handler.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

const environment = readEnvironment('rotate-firewall-manager-token');
const secretsClient = secretsManagerClient();
const time = { clock: systemClock, sleep: realSleep };

export const handler = rotationHandler({
  credential: 'firewall-manager-token',
  pick: ({ firewallManager }) => firewallManager,
  setting: 'firewallManager',
  environment,
  rotate: (settings, { organisation, isForced, callsEndAt }) => {
    const timeLimit = Math.max(1, callsEndAt.getTime() - systemClock.now().getTime());
    const http = httpClient(
      { ...time, random: Math.random },
      { totalTimeLimitMilliseconds: timeLimit, signal: AbortSignal.timeout(timeLimit) },
    );
    return rotateFirewallManagerToken(
      { ...settings, isForced },
      {
        versions: secretsManagerVersions(
          secretsClient,
          secretNames.firewallManagerToken(environment.STAGE, organisation),
          storedFirewallManagerTokenSchema,
        ),
        apiTokens: new ApiTokens(http, firewallManagerBaseUrl(settings)),
        ...time,
        newVersionId: randomUUID,
      },
    );
  },
});
