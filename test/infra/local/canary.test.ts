import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCiscoClouds } from '#infra/local/clouds/cisco-clouds.ts';
import { describeLocalStack } from '#infra/local/describe-local-stack.ts';
import { effectiveConfiguration, writeConfiguration } from '#infra/local/effective-configuration.ts';
import { generateSenders, noSenders } from '#infra/local/senders.ts';
import { writeStackFile } from '#infra/local/stack-file.ts';
import { credentialsToStore } from '#infra/local/store-credentials.ts';
import { addDeployment } from '#infra/stacks/add-deployment.ts';
import { functionsDirectory } from '../synthesise.ts';

const canary = 'canary-8f2c1d';

describe('credentials of the local run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'canary-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are stored as secrets, and stand in no file: neither configuration, stack.json, template nor bundle', async () => {
    const clouds = await startCiscoClouds({
      simulatorPort: 0,
      secureAccessUrl: 'http://127.0.0.1:9000',
      securityCloudControlUrl: 'http://127.0.0.1:9001',
      firewallManagerUrl: 'http://127.0.0.1:9002',
      environment: {
        SECURE_ACCESS_KEY: canary,
        SECURE_ACCESS_SECRET: canary,
        SECURE_ACCESS_KEY_ADMIN_KEY: canary,
        SECURE_ACCESS_KEY_ADMIN_SECRET: canary,
        SECURITY_CLOUD_CONTROL_API_KEY_ID: canary,
        SECURITY_CLOUD_CONTROL_REFRESH_TOKEN: canary,
        FIREWALL_MANAGER_TOKEN: canary,
      },
      started: () => undefined,
    });
    const configuration = effectiveConfiguration(clouds);

    await writeConfiguration(join(folder, 'configuration.json'), configuration);
    await writeStackFile(
      join(folder, 'stack.json'),
      describeLocalStack({ ...deployed, configuration, clouds, senders: generateSenders(configuration) }),
    );
    const app = new App({ outdir: join(folder, 'cdk.out'), builtinCloudFormationValidation: false });
    addDeployment(app, { configuration, target: 'emulator', functionsDirectory });
    app.synth();

    const stored = credentialsToStore(configuration, clouds, noSenders);
    expect(stored.filter((secret) => JSON.stringify(secret.value).includes(canary))).toHaveLength(4);
    expect(await filesWith(canary, folder)).toEqual([]);
    expect(await filesWith('http://127.0.0.1:9001', folder)).toContain('configuration.json');
  });
});

const deployed = {
  emulator: { endpoint: 'http://localhost:4566', region: 'us-east-1' },
  resources: {
    apiUrl: 'http://abc.execute-api.localhost:4566',
    table: 'table',
    bus: 'bus',
    functions: {},
    queues: {},
    secrets: {},
  },
};

async function filesWith(text: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.map(async (file) => ({ file, content: await readFile(file, 'utf8') })),
  );
  return contents
    .filter(({ content }) => content.includes(text))
    .map(({ file }) => file.slice(folder.length + 1));
}
