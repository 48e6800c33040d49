import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Clock, systemClock } from '#shared/time/clock.ts';
import { type CloudUrls, startCiscoClouds } from './clouds/cisco-clouds.ts';
import type { Cloud } from './clouds/cloud.ts';
import { bootstrap, deployStacks, synthesise } from './deploy.ts';
import { readDeployedResources } from './deployed-resources.ts';
import { describeLocalStack } from './describe-local-stack.ts';
import { effectiveConfiguration, writeConfiguration } from './effective-configuration.ts';
import { takeAwayEmptyVersions } from './empty-versions.ts';
import type { Emulator } from './emulator/emulator.ts';
import { startEmulator } from './emulator/start-emulator.ts';
import { findFreePort, requireFreePort } from './ports.ts';
import { rotateTokens } from './rotate-tokens.ts';
import { runTogether } from './run-together.ts';
import { generateSenders } from './senders.ts';
import { type LocalStack, writeStackFile } from './stack-file.ts';
import { createStateFolder, stateFolderAt } from './state-folder.ts';
import { lockStateFolder } from './state-folder-lock.ts';
import { credentialsToStore, storeCredentials } from './store-credentials.ts';
import { type StepReport, silentSteps } from './terminal/steps.ts';
import { unsupportedResourceTypes } from './unsupported-resources.ts';

export interface LocalSystemOptions extends CloudUrls {
  /** Folder for everything this run writes; two runs cannot share one. */
  readonly stateFolder: string;
  /** Port of the AWS emulator; 0 takes any that is free. */
  readonly awsPort: number;
  /** Port of the first simulator; the others take the ports after it. 0 takes any that are free. */
  readonly simulatorPort: number;
  /** Where `AWS_ENDPOINT_URL`, `PATH` and the credentials of a given cloud are read. Default: this process's. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Default: nothing is told. */
  readonly steps?: StepReport;
  /** Ends the start early; everything that was started is stopped. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** The whole system, running on this machine. */
export interface LocalSystem {
  readonly stack: LocalStack;
  readonly emulator: Emulator;
  /** Ends every process that was started for it, and nothing else. Harmless when repeated. */
  stop(): Promise<void>;
}

/**
 * Brings the whole system up: simulators of Cisco's clouds, an AWS emulator, the real stacks, credentials.
 *
 * 1. Take the state folder, so that no other run writes there.
 * 2. Start the stand-ins for Cisco's clouds: their addresses are part of the configuration.
 * 3. Start the emulator, installing it first where needed, and bootstrap it; meanwhile synthesise the stacks.
 * 4. Deploy them.
 * 5. Store the credentials that a person would paste.
 * 6. Rotate what Secrets Manager would rotate by its schedule.
 * 7. Write `stack.json`: from here on, others can use the system.
 *
 * Whatever was started is stopped again when a later step fails.
 * @throws ConfigurationProblem when this machine or the flags have to change; GiveUp when a tool failed.
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const { steps = silentSteps, environment = process.env, clock = systemClock } = options;
  const signal = options.signal ?? new AbortController().signal;
  const folder = stateFolderAt(options.stateFolder);
  await createStateFolder(folder);
  const lock = await lockStateFolder(folder, clock);
  await using started = new AsyncDisposableStack();
  started.defer(() => lock.release());

  if (options.awsPort !== 0 && !environment.AWS_ENDPOINT_URL) {
    await requireFreePort(options.awsPort, 'the AWS emulator', '--port');
  }
  const clouds = await steps.step('Cisco clouds', async () => {
    const result = await startCiscoClouds({
      ...options,
      environment,
      started: (cloud) => started.defer(() => cloud.stop()),
    });
    const descriptions = Object.values<Cloud<unknown>>({ ...result }).map(({ description }) => description);
    return { result, detail: descriptions.join(', ') };
  });
  const configuration = effectiveConfiguration(clouds);
  await writeConfiguration(folder.configurationFile, configuration);

  const leftOut = unsupportedResourceTypes.join(', ') || 'nothing';
  const [emulator] = await runTogether(
    signal,
    async (either) => {
      const result = await startEmulator({
        port: options.awsPort === 0 ? await findFreePort() : options.awsPort,
        folder,
        environment,
        steps,
        signal: either,
      });
      started.defer(() => result.stop());
      await steps.step('Bootstrap', async () => ({
        result: await bootstrap(folder, result, either),
        detail: `account ${result.accountId}, region ${result.region}`,
      }));
      return result;
    },
    (either) =>
      steps.step('Synthesise', async () => ({
        result: await synthesise(folder, either),
        detail: `left out here, since the emulator refuses it: ${leftOut}`,
      })),
  );
  const resources = await steps.step('Deploy', async () => {
    await deployStacks(folder, emulator, signal);
    const result = await readDeployedResources(folder.outputsFile);
    return { result, detail: `${Object.keys(result.functions).length} functions` };
  });

  const senders = generateSenders(configuration);
  const secrets = new SecretsManagerClient(clientSettings(emulator));
  await steps.step('Credentials', async () => {
    const secretNames = Object.values(resources.secrets).flatMap((ofKind) => Object.values(ofKind));
    await takeAwayEmptyVersions(secrets, secretNames);
    const credentials = credentialsToStore(configuration, clouds, senders);
    await storeCredentials(secrets, credentials);
    return { result: undefined, detail: `${credentials.length} of ${secretNames.length} secrets stored` };
  });
  await steps.step('Rotation', async () => {
    const functions = new LambdaClient({ ...clientSettings(emulator), maxAttempts: 1 });
    const organisations = await rotateTokens({ secrets, functions }, configuration, resources);
    return {
      result: undefined,
      detail: `access token of Security Cloud Control for ${organisations.join(', ') || 'nobody'}, by the four steps of Secrets Manager`,
    };
  });

  const stack = describeLocalStack({
    configuration,
    emulator,
    resources,
    senders,
    clouds,
  });
  await writeStackFile(folder.stackFile, stack);
  const running = started.move();
  return { stack, emulator, stop: () => running.disposeAsync() };
}

/** What makes a client of the SDK talk to the emulator. */
function clientSettings({ endpoint, region, credentials }: Emulator) {
  return { endpoint, region, credentials };
}
