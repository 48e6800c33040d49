import { randomUUID } from 'node:crypto';
import { functionClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { invokedTokenMinter } from '#shared/aws/invoked-token-minter.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { secretsManagerVersions } from '#shared/aws/secrets-manager-versions.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { adminRetryLimits } from '#shared/cisco/secure-access/admin-pace.ts';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';
import { rotateLogBucketKeyAtCisco } from '#shared/cisco/secure-access/log-bucket-key.ts';
import { rotateLogBucketKey } from '#shared/credentials/log-bucket/rotate-log-bucket-key.ts';
import { logBucketKeyVersionSchema } from '#shared/credentials/log-bucket/stored-log-bucket-key.ts';
import { storedTokenSource } from '#shared/credentials/stored-token-source.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { rotationHandler } from '#shared/lambda/rotation-handler.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

const environment = readEnvironment('rotate-log-bucket-key');
const secretsClient = secretsManagerClient();
const secrets = secretsManagerReader(secretsClient);
const minter = invokedTokenMinter(functionClient(), environment.MINT_FUNCTION_NAME);
const time = { clock: systemClock, sleep: realSleep };

export const handler = rotationHandler({
  credential: 'log-bucket-key',
  pick: (organisation) => {
    const { logBucketKeyRotation } = organisation.secureAccess;
    return logBucketKeyRotation && { organisation, everyDays: logBucketKeyRotation.everyDays };
  },
  setting: 'secureAccess.logBucketKeyRotation',
  environment,
  rotate: ({ organisation: settings, everyDays }, { organisation, isForced, callsEndAt }) => {
    const { STAGE: stage } = environment;
    const timeLimit = Math.max(1, callsEndAt.getTime() - systemClock.now().getTime());
    const http = httpClient(
      { ...time, random: Math.random },
      {
        totalTimeLimitMilliseconds: timeLimit,
        signal: AbortSignal.timeout(timeLimit),
        retry: adminRetryLimits,
      },
    );
    const tokens = storedTokenSource({
      organisation,
      secretName: secretNames.secureAccessAccessToken(stage, organisation),
      secrets,
      minter,
      clock: systemClock,
    });
    const client = authorisedClient({ http, tokens, baseUrl: apiBaseUrl(settings) });
    return rotateLogBucketKey(
      { edition: settings.secureAccess.edition, everyDays, isForced },
      {
        versions: secretsManagerVersions(
          secretsClient,
          secretNames.logBucketKey(stage, organisation),
          logBucketKeyVersionSchema,
        ),
        requestKey: () => rotateLogBucketKeyAtCisco(client),
        ...time,
        newVersionId: randomUUID,
      },
    );
  },
});
