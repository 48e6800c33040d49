import { randomUUID } from 'node:crypto';
import { secretsManagerClient } from '#shared/aws/clients.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { secretsManagerVersions } from '#shared/aws/secrets-manager-versions.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { adminRetryLimits, atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';
import { KeyAdmin } from '#shared/cisco/secure-access/key-admin.ts';
import { proveApiKey } from '#shared/cisco/secure-access/prove-api-key.ts';
import { apiKeySchema, requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { memoryTokenSource } from '#shared/credentials/memory-token-source.ts';
import { keyNamePrefix } from '#shared/credentials/secure-access-key/key-name.ts';
import { rotateSecureAccessKey } from '#shared/credentials/secure-access-key/rotate-secure-access-key.ts';
import { storedApiKeySchema } from '#shared/credentials/secure-access-key/stored-api-key.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { rotationHandler } from '#shared/lambda/rotation-handler.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

const environment = readEnvironment('rotate-secure-access-key');
const secretsClient = secretsManagerClient();
const secrets = secretsManagerReader(secretsClient);
const time = { clock: systemClock, sleep: realSleep };

export const handler = rotationHandler({
  credential: 'secure-access-api-key',
  pick: (organisation) => {
    const { keyRotation } = organisation.secureAccess;
    return keyRotation && { organisation, keyRotation };
  },
  setting: 'secureAccess.keyRotation',
  environment,
  rotate: async (
    { organisation: settings, keyRotation },
    { organisation, isForced, functionArn, callsEndAt },
  ) => {
    const { STAGE: stage } = environment;
    const baseUrl = apiBaseUrl(settings);
    const { childOrganisationId } = settings.secureAccess;
    const timeLimit = Math.max(1, callsEndAt.getTime() - systemClock.now().getTime());
    const limits = { totalTimeLimitMilliseconds: timeLimit, signal: AbortSignal.timeout(timeLimit) };
    const http = httpClient({ ...time, random: Math.random }, limits);
    const adminHttp = httpClient({ ...time, random: Math.random }, { ...limits, retry: adminRetryLimits });

    const adminKeySecret = secretNames.secureAccessKeyAdminKey(stage, organisation);
    const { value: adminKey } = await secrets.read(adminKeySecret, apiKeySchema);
    const tokens = memoryTokenSource({
      requestToken: () =>
        // Not for the child organisation: the key of a parent console is a key of the parent.
        requestAccessToken(http, baseUrl, adminKey, { kind: 'key-admin-key' }),
      clock: systemClock,
    });
    const keyAdmin = new KeyAdmin(authorisedClient({ http: atAdminPace(adminHttp, time), tokens, baseUrl }));
    const [, , , region = '', accountId = ''] = functionArn.split(':');

    return rotateSecureAccessKey(
      {
        ...keyRotation,
        isForced,
        prefix: keyNamePrefix({ accountId, region, stage, organisation }),
        // The key of a parent console may have been stored for each of its children.
        isPastedKeyShared: childOrganisationId !== undefined,
      },
      {
        versions: secretsManagerVersions(
          secretsClient,
          secretNames.secureAccessApiKey(stage, organisation),
          storedApiKeySchema,
        ),
        keyAdmin,
        prove: (apiKey) =>
          proveApiKey({ http, clock: systemClock }, baseUrl, apiKey, { childOrganisationId }),
        ...time,
        newVersionId: randomUUID,
      },
    );
  },
});
