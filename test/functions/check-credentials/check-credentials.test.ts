import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'aws-lambda';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { credentialAtRiskSchema, credentialKinds } from '#shared/events/credential-events.ts';
import { FakeAws } from '../../shared/aws/fake-aws.ts';
import { startSimulatedClouds } from '../../shared/cisco/simulated-clouds.ts';

const canary = 'canary-5f3d9b7a1c';
const secretName = (kind: string) => `scc-automations/test/organisations/main/${kind}`;

/** The deployed function: its own start-up, its own clients, at a fake AWS and simulated clouds. */
async function startFunction() {
  const clouds = await startSimulatedClouds();
  const aws = await new FakeAws().start();
  for (const kind of credentialKinds) aws.createSecret(secretName(kind));

  const folder = await mkdtemp(join(tmpdir(), 'scc-automations-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const configurationFile = join(folder, 'configuration.json');
  await writeFile(
    configurationFile,
    JSON.stringify({
      stage: 'test',
      organisations: { main: clouds.organisation },
      destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
      connections: {},
    }),
  );
  const environment = {
    STAGE: 'test',
    POWERTOOLS_SERVICE_NAME: 'check-credentials',
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    EVENT_BUS_NAME: 'bus',
    MINT_FUNCTION_NAME: 'scc-automations-test-mint-secure-access-token',
    CONFIGURATION_FILE: configurationFile,
    AWS_ENDPOINT_URL: aws.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const logLines: string[] = [];
  for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logLines.push(line.join(' ')));
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  vi.resetModules();
  const { handler } = await import('../../../functions/check-credentials/handler.ts');
  return { clouds, aws, logLines, call: (event: unknown) => handler(event, context) };
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'check-credentials',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:check-credentials',
  memoryLimitInMB: '512',
  awsRequestId: 'invocation-1',
  logGroupName: 'log-group',
  logStreamName: 'log-stream',
  getRemainingTimeInMillis: () => 60_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

describe('the function check-credentials', () => {
  it('answers with the report, and tells metrics, log and bus what is in it', async () => {
    const { aws, logLines, call } = await startFunction();

    const { report, markdown } = await call({});

    expect(report.credentials).toHaveLength(8);
    expect(markdown).toContain('8 of 8 need a person.');
    expect(aws.events).toHaveLength(8);
    for (const { type, detail } of aws.events) {
      expect(type).toBe('CredentialAtRisk');
      expect(credentialAtRiskSchema.parse(detail)).toMatchObject({ risk: 'does-not-work' });
    }
    expect(logLines.filter((line) => line.includes('"Credentials checked"'))).toHaveLength(1);
  });

  it('gives metrics the dimensions that its alarms look for, and no other', async () => {
    const { logLines, call } = await startFunction();

    await call({ organisation: 'main' });

    const metrics = logLines
      .map((line) => JSON.parse(line))
      .filter((line) => '_aws' in line && 'CredentialWorks' in line);
    expect(metrics).toHaveLength(8);
    expect(metrics[0]).toMatchObject({
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'SccAutomations',
            Dimensions: [['stage', 'organisation', 'credential']],
            Metrics: [{ Name: 'CredentialWorks', Unit: 'Count' }],
          },
        ],
      },
      stage: 'test',
      organisation: 'main',
      credential: 'secure-access-api-key',
      CredentialWorks: 0,
    });
  });

  it.each([
    ['an organisation that is not configured', { organisation: 'elsewhere' }, 'only: main'],
    ['an unknown member', { organisations: 'all' }, 'organisations'],
  ])('refuses %s', async (_case, event, words) => {
    const { call } = await startFunction();

    await expect(call(event)).rejects.toThrow(words);
  });

  it('lets no secret out, neither when it works nor when it is refused', async () => {
    const { clouds, aws, logLines, call } = await startFunction();
    const { baseUrl } = clouds.organisation.secureAccess;
    clouds.secureAccess.putKey({ key: 'key', secret: canary, scopes: ['policies.destinationLists:read'] });
    const http = { send: async (request: { url: URL; method: string }) => fetchAnswer(request) };
    const minted = await requestAccessToken(http, new URL(baseUrl), { key: 'key', secret: canary });
    const stored = {
      accessToken: minted.accessToken,
      mintedAt: '2026-11-22T00:00:00.000Z',
      expiresAt: '2099-01-01T00:00:00.000Z',
    };
    aws.createSecret(secretName('secure-access-api-key'), { key: 'key', secret: canary });
    aws.createSecret(secretName('secure-access-access-token'), stored);
    aws.createSecret(secretName('scc-access-token'), { ...stored, accessToken: canary });
    aws.createSecret(secretName('firewall-manager-token'), { token: canary });
    aws.createSecret(secretName('xdr-client'), { clientId: 'client', clientPassword: canary });
    aws.functions.set('mint-secure-access-token', () => ({
      organisations: { main: { kind: 'minted', expiresAt: stored.expiresAt } },
    }));

    const answer = await call({});

    const everything = JSON.stringify([answer, aws.events, logLines]);
    expect(everything).toContain('lacks-scopes');
    expect(everything).not.toContain(canary);
    expect(everything).not.toContain(Buffer.from(`client:${canary}`).toString('base64'));
    expect(everything).not.toContain(minted.accessToken);
  });
});

/** The HTTP client without its patience: the simulators answer at once. */
async function fetchAnswer({ url, ...request }: { url: URL; method: string }) {
  const response = await fetch(url, request);
  return { status: response.status, headers: response.headers, body: await response.json() };
}
