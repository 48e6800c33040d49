import { AwsClient } from 'aws4fetch';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { type Emulator, type EmulatorCredentials, localRegion, miniStackRoot } from './emulator.ts';

const answerLimitInMilliseconds = 5_000;

/**
 * An emulator that runs already, at `AWS_ENDPOINT_URL`, with the credentials and region of the environment.
 * @throws ConfigurationProblem when no emulator answers there.
 */
export async function useExistingEmulator(
  endpointUrl: string,
  environment: NodeJS.ProcessEnv,
): Promise<Emulator> {
  const endpoint = endpointUrl.replace(/\/+$/, '');
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? localRegion;
  const credentials = {
    accessKeyId: environment.AWS_ACCESS_KEY_ID ?? miniStackRoot.accessKeyId,
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? miniStackRoot.secretAccessKey,
  };
  return {
    endpoint,
    region,
    credentials,
    accountId: await askAccountId(endpoint, region, credentials),
    description: `the emulator at ${endpoint} (AWS_ENDPOINT_URL)`,
    stop: async () => undefined,
  };
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
async function askAccountId(
  endpoint: string,
  region: string,
  credentials: EmulatorCredentials,
): Promise<string> {
  const client = new AwsClient({ ...credentials, region, service: 'sts', retries: 0 });
  try {
    const answer = await client.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      signal: AbortSignal.timeout(answerLimitInMilliseconds),
    });
    const text = await answer.text();
    const [, accountId] = /<Account>(\d{12})<\/Account>/.exec(text) ?? [];
    if (accountId !== undefined) return accountId;
    throw new Error(`it answered ${answer.status}: ${text.slice(0, 200)}`);
  } catch (cause) {
    throw new ConfigurationProblem(
      `No AWS emulator answers at AWS_ENDPOINT_URL ${endpoint}: start yours, or unset the variable so that MiniStack is started for you.`,
      { cause },
    );
  }
}
