import type { Context } from 'aws-lambda';
import { documentClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { storeSecret } from '#shared/aws/secret-writer.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { keys } from '#shared/aws/table/keys.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { tableMintBudget } from '#shared/aws/table/mint-budget.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { defaultRetryLimits } from '#shared/cisco/http/retry-ladder.ts';
import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';
import {
  type ApiKey,
  apiKeySchema,
  requestAccessToken,
} from '#shared/cisco/secure-access/request-access-token.ts';
import { type OrganisationName, organisationNameSchema } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import { mintAccessToken } from '#shared/credentials/mint-access-token.ts';
import { type MintAnswer, mintRequestSchema } from '#shared/credentials/mint-request.ts';
import { readStoredToken } from '#shared/credentials/read-stored-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

type MintResult = MintAnswer['organisations'][OrganisationName];

/** Kept free for storing a minted token and answering, in milliseconds. */
const reserveMilliseconds = 5_000;

/** The use case repeats a request itself: each has to take a place in the key's budget. */
const singleAttempt = { ...defaultRetryLimits, attempts: 1 };

const environment = readEnvironment('mint-secure-access-token');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const secretsClient = secretsManagerClient();
const secrets = secretsManagerReader(secretsClient);
const table = { documents: documentClient(), tableName: environment.TABLE_NAME, clock: systemClock };
const lock = new LeaseLock(table);
const budget = tableMintBudget(table);

export const handler = middlewareStack<unknown, MintAnswer>(observability).handler(
  async (event: unknown, context: Context) => {
    const request = mintRequestSchema.parse(event);
    const endsAt = new Date(systemClock.now().getTime() + context.getRemainingTimeInMillis());
    const wanted =
      'organisations' in request
        ? Object.keys(configuration.organisations).map((name) => organisationNameSchema.parse(name))
        : [request.organisation];
    const failedVersionId = 'organisations' in request ? undefined : request.failedVersionId;
    const results = await Promise.all(
      wanted.map(async (name) => [name, await mintFor(name, failedVersionId, endsAt)] as const),
    );
    if ('organisations' in request) failForAlarm(results);
    return { organisations: Object.fromEntries(results) };
  },
);

/**
 * A worker reads the answer; nobody reads that of the schedule. There, failing is what brings the retries, the
 * dead-letter queue and its alarm.
 * @throws RetryLater when an organisation has no good token
 */
function failForAlarm(results: readonly (readonly [OrganisationName, MintResult])[]): void {
  const failures = results.flatMap(([name, result]) =>
    'message' in result ? `${name}: ${result.message}` : [],
  );
  if (failures.length > 0) throw new RetryLater(failures.join('\n'));
}

async function mintFor(
  name: OrganisationName,
  failedVersionId: string | undefined,
  endsAt: Date,
): Promise<MintResult> {
  try {
    const organisation = configuration.organisations[name];
    if (!organisation) throw new ConfigurationProblem(`The configuration has no organisation "${name}".`);
    const result = await mintAccessToken(name, failedVersionId, mintPorts(name, organisation, endsAt));
    observability.logger.info('Access token looked after', { organisation: name, ...result });
    return result;
  } catch (error) {
    observability.logger.error('No access token', { organisation: name, error });
    if (error instanceof ConfigurationProblem)
      return { kind: 'configuration-problem', message: error.message };
    const retryAfterSeconds = error instanceof RetryLater ? error.retryAfterSeconds : 0;
    const message = error instanceof RetryLater ? error.message : 'The minter failed; its log says why.';
    return { kind: 'retry-later', message, retryAfterSeconds };
  }
}

function mintPorts(name: OrganisationName, organisation: Organisation, endsAt: Date) {
  const tokenSecret = secretNames.secureAccessAccessToken(environment.STAGE, name);
  const keySecret = secretNames.secureAccessApiKey(environment.STAGE, name);
  const stopAt = new Date(endsAt.getTime() - reserveMilliseconds);
  return {
    readStored: () => readStoredToken(secrets, tokenSecret),
    store: (token: object) => storeSecret(secretsClient, tokenSecret, token),
    readKey: () => secrets.read(keySecret, apiKeySchema),
    requestToken: (apiKey: ApiKey) => {
      const timeLimit = Math.max(1, stopAt.getTime() - systemClock.now().getTime());
      const http = httpClient(
        { clock: systemClock, sleep: realSleep, random: Math.random },
        { totalTimeLimitMilliseconds: timeLimit, retry: singleAttempt },
      );
      const { childOrganisationId } = organisation.secureAccess;
      return requestAccessToken(http, apiBaseUrl(organisation), apiKey, { childOrganisationId });
    },
    budget,
    tryLock: async () => {
      const answer = await lock.tryAcquire(keys.mint(name), endsAt);
      return answer.kind === 'held'
        ? { kind: 'held' as const }
        : { kind: 'acquired' as const, release: () => lock.release(answer.lease) };
    },
    clock: systemClock,
    sleep: realSleep,
    waitUntil: stopAt,
  };
}
