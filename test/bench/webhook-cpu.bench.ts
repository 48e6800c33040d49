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

/** Where a function to measure is: as it is deployed, and with AWS's clients replaced. */
const variants = { 'as deployed': 'functions', 'without the AWS SDK': join('test', 'bench', 'without-aws') };

async function bundleOf(functionsDirectory: string): Promise<string> {
  const outputDirectory = await mkdtemp(join(tmpdir(), 'bench-'));
  onTestFinished(() => rm(outputDirectory, { recursive: true }));
  const functionNames = ['receive-webhook'];
  const bundles = bundleFunctions({ functionNames, functionsDirectory, outputDirectory, configuration });
  return join(bundles.get('receive-webhook') ?? '', 'index.mjs');
}

interface Load {
  readonly indicators: number;
  readonly deliveries: number;
}

/** CPU of each delivery in milliseconds, of a bundle in a process of its own. */
async function costs(bundle: string, awsUrl: URL, { indicators, deliveries }: Load): Promise<number[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'webhook-process.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: '--enable-source-maps',
      AWS_ENDPOINT_URL: awsUrl.origin,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      STAGE: 'bench',
      POWERTOOLS_SERVICE_NAME: 'receive-webhook',
      TABLE_NAME: 'table',
      EVENT_BUS_NAME: 'bus',
      BUNDLE: bundle,
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
  const { url } = await startAws();
  const bundles = await Promise.all(
    Object.entries(variants).map(async ([name, directory]) => ({ name, bundle: await bundleOf(directory) })),
  );
  for (const indicators of [1, 200, 1_000]) {
    for (const { name, bundle } of bundles) {
      const warm = (await costs(bundle, url, { indicators, deliveries: toWarmUp + 500 }))
        .slice(toWarmUp)
        .toSorted((one, other) => one - other);
      const at = (share: number) => (warm[Math.floor(share * (warm.length - 1))] ?? Number.NaN).toFixed(1);
      console.info(
        `${indicators} indicators, ${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, least ${at(0)} ms`,
      );
    }
  }
}, 240_000);
