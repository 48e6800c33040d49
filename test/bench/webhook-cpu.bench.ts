import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { bundleFunctions } from '#infra/bundling/bundle-functions.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { answer, startHttpTestServer } from '../shared/cisco/http-test-server.ts';

const signingSecret = 'whsec_ZHVtbXkta2V5LW9mLXRoZS1iZW5jaC1vbmx5';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'bench',
  organisations: { main: { secureAccess: { edition: 'global' } } },
  destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
  connections: {
    feed: { kind: 'ioc-list', authentication: 'standard-webhooks', destinationLists: ['soc-block'] },
  },
});

/** Bus, table and secrets as far as this function asks them. */
function startAws() {
  return startHttpTestServer(({ headers, body }) => {
    if (headers['x-amz-target'] !== 'AWSEvents.PutEvents') {
      return answer(200, { SecretString: JSON.stringify({ current: signingSecret }), VersionId: 'v1' });
    }
    const { Entries } = z.object({ Entries: z.array(z.unknown()) }).parse(JSON.parse(body));
    return answer(200, { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: 'e' })) });
  });
}

/** CPU of each delivery in milliseconds, of the function as it is deployed. */
async function costs(indicators: number, deliveries: number): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const bundles = bundleFunctions({
    functionNames: ['receive-webhook'],
    functionsDirectory: 'functions',
    outputDirectory: folder,
    configuration,
  });
  const { url } = await startAws();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'webhook-process.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: '--enable-source-maps',
      AWS_ENDPOINT_URL: url.origin,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      STAGE: 'bench',
      POWERTOOLS_SERVICE_NAME: 'receive-webhook',
      TABLE_NAME: 'table',
      EVENT_BUS_NAME: 'bus',
      BUNDLE: join(bundles.get('receive-webhook') ?? '', 'index.mjs'),
      CONNECTION: 'feed',
      SIGNING_SECRET: signingSecret,
      INDICATORS: String(indicators),
      DELIVERIES: String(deliveries),
    },
  });
  return z.array(z.number()).parse(JSON.parse(await text(child.stderr)));
}

/** Deliveries until what is called often has been compiled. */
const toWarmUp = 300;

test('receive-webhook, warm: CPU of its own, of which 200 indicators may cost 5 ms', async () => {
  for (const indicators of [1, 200, 1_000]) {
    const warm = (await costs(indicators, toWarmUp + 500))
      .slice(toWarmUp)
      .toSorted((one, other) => one - other);
    const at = (share: number) => (warm[Math.floor(share * (warm.length - 1))] ?? Number.NaN).toFixed(1);
    console.info(
      `${indicators} indicators: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, least ${at(0)} ms`,
    );
  }
}, 120_000);
