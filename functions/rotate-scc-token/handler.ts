import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { documentClient, eventBridgeClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { parameterStoreClient, rescueParameter } from '#shared/aws/rescue-parameter.ts';
import { rescueParameterName, secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerVersions } from '#shared/aws/secrets-manager-versions.ts';
import { keys } from '#shared/aws/table/keys.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { platformClient } from '#shared/cisco/security-cloud-control/platform-client.ts';
import { sccAccessTokenSchema } from '#shared/credentials/security-cloud-control/access-token.ts';
import { sccApiKeySchema } from '#shared/credentials/security-cloud-control/api-key.ts';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import {
  type RotationStepResult,
  runRotationStep,
} from '#shared/credentials/security-cloud-control/rotation-steps.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { organisationOfSecret, type RotatedOrganisation } from './organisation-of-secret.ts';
import { rotationEventSchema } from './rotation-event.ts';

/** Kept free for storing what a refresh brings, in milliseconds: no call to the platform goes on beyond it. */
const reserveMilliseconds = 45_000;

const environment = readEnvironment('rotate-scc-token');
const { organisations } = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const secrets = secretsManagerClient();
const parameters = parameterStoreClient();
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
const lock = new LeaseLock({
  documents: documentClient(),
  tableName: environment.TABLE_NAME,
  clock: systemClock,
});

/** Throws when a step failed: Secrets Manager then begins the rotation again, and reports it. */
export const handler = middlewareStack<unknown, RotationStepResult>(observability).handler(
  async (event: unknown, context: Context) => {
    const { Step: step, SecretId, ClientRequestToken } = rotationEventSchema.parse(event);
    const organisation = organisationOfSecret(SecretId, environment.STAGE, organisations);
    try {
      const ports = rotationPorts(organisation, context.getRemainingTimeInMillis());
      const result = await runRotationStep(step, ClientRequestToken, ports);
      const warning = warningAbout(result);
      const details = { organisation: organisation.name, step, ...result };
      if (warning) observability.logger.warn(warning, details);
      else observability.logger.info('Rotation step done', details);
      return result;
    } catch (error) {
      observability.logger.error('Rotation step failed', { organisation: organisation.name, step, error });
      throw error;
    }
  },
);

/** What a person may wonder about later. Neither needs one: the next rotation puts both right. */
function warningAbout(result: RotationStepResult): string | undefined {
  if (result.kind !== 'created') return undefined;
  switch (result.refreshToken) {
    case 'overtaken':
      return 'Somebody else stored an API key meanwhile: theirs stays current, ours stays labelled NEWEST and is tried first the next time';
    case 'rescued':
      return 'Secrets Manager did not take the new refresh token: it is kept in the rescue parameter, from which the next rotation recovers it';
    default:
      return undefined;
  }
}

function rotationPorts(
  { name: organisation, settings }: RotatedOrganisation,
  remainingMilliseconds: number,
): RotationPorts {
  const { STAGE: stage, ENCRYPTION_KEY_ARN: encryptionKeyArn } = environment;
  const endsAt = new Date(systemClock.now().getTime() + remainingMilliseconds);
  const limit = Math.max(1, remainingMilliseconds - reserveMilliseconds);
  const http = httpClient(
    { clock: systemClock, sleep: realSleep, random: Math.random },
    {
      // A lost answer may be a lost key: a refresh is waited for as long as the time allows.
      attemptTimeLimitMilliseconds: limit,
      totalTimeLimitMilliseconds: limit,
      signal: AbortSignal.timeout(limit),
    },
  );
  return {
    organisation,
    organizationId: settings.organizationId,
    apiKey: secretsManagerVersions(secrets, secretNames.sccApiKey(stage, organisation), sccApiKeySchema),
    accessToken: secretsManagerVersions(
      secrets,
      secretNames.sccAccessToken(stage, organisation),
      sccAccessTokenSchema,
    ),
    platform: platformClient({ http, clock: systemClock, organisation, baseUrl: settings.baseUrl }),
    rescue: rescueParameter({
      client: parameters,
      name: rescueParameterName(stage, organisation),
      encryptionKeyArn,
    }),
    lock: {
      tryAcquire: async () => {
        const answer = await lock.tryAcquire(keys.rotation(organisation, 'scc-token'), endsAt);
        return answer.kind === 'held'
          ? answer
          : { kind: 'acquired' as const, release: () => lock.release(answer.lease) };
      },
    },
    events,
    clock: systemClock,
    sleep: realSleep,
    newVersionId: randomUUID,
    endsAt,
  };
}
