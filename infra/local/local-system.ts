import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ConnectionName } from '#shared/config/names.ts';
import { type Clock, systemClock } from '#shared/time/clock.ts';
import { connectionsOf } from './configured-names.ts';
import { bootstrap, deployStacks, synthesise } from './deploy.ts';
import { readDeployedResources } from './deployed-resources.ts';
import { describeLocalStack } from './describe-local-stack.ts';
import { effectiveConfiguration, writeConfiguration } from './effective-configuration.ts';
import type { Emulator } from './emulator/emulator.ts';
import { startEmulator } from './emulator/start-emulator.ts';
import { findFreePort, requireFreePort } from './ports.ts';
import { runTogether } from './run-together.ts';
import { startSimulatedSecureAccess, useSecureAccessAt } from './secure-access.ts';
import { generateSenderAuthentication, type SenderAuthentication } from './sender-authentication.ts';
import { type LocalStack, writeStackFile } from './stack-file.ts';
import { createStateFolder, stateFolderAt } from './state-folder.ts';
import { lockStateFolder } from './state-folder-lock.ts';
import { credentialsToStore, storeCredentials } from './store-credentials.ts';
import { type StepReport, silentSteps } from './terminal/steps.ts';
import { unsupportedResourceTypes } from './unsupported-resources.ts';

export interface LocalSystemOptions {
  /** Folder for everything this run writes; two runs cannot share one. */
  readonly stateFolder: string;
  /** Port of the AWS emulator; 0 takes any that is free. */
  readonly awsPort: number;
  /** Port of the Secure Access simulator; 0 takes any that is free. */
  readonly simulatorPort: number;
  /** A Secure Access to call instead of the simulator. */
  readonly secureAccessUrl?: string | undefined;
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
 * Brings the whole system up: a simulator of Cisco's cloud, an AWS emulator, the real stacks, credentials.
 *
 * 1. Take the state folder, so that no other run writes there.
 * 2. Start the stand-in for Secure Access: its address is part of the configuration.
 * 3. Start the emulator, installing it first where needed, and bootstrap it; meanwhile synthesise the stacks.
 * 4. Deploy them.
 * 5. Store the credentials that a person would paste.
 * 6. Write `stack.json`: from here on, others can use the system.
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
  const secureAccess = await steps.step('Secure Access', async () => {
    const result =
      options.secureAccessUrl === undefined
        ? await startSimulatedSecureAccess(options.simulatorPort)
        : useSecureAccessAt(options.secureAccessUrl, environment);
    started.defer(() => result.stop());
    return { result, detail: result.description };
  });
  const configuration = effectiveConfiguration({ secureAccess: secureAccess.url });
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

  const senders = new Map<ConnectionName, SenderAuthentication>(
    connectionsOf(configuration).map(([name, { authentication }]) => [
      name,
      generateSenderAuthentication(authentication),
    ]),
  );
  await steps.step('Credentials', async () => {
    const credentials = credentialsToStore(configuration, secureAccess.apiKey, senders);
    await storeCredentials(secretsManagerAt(emulator), credentials);
    return { result: undefined, detail: `${credentials.length} secrets stored` };
  });

  const stack = describeLocalStack({
    configuration,
    emulator,
    resources,
    senders,
    secureAccessUrl: secureAccess.url,
  });
  await writeStackFile(folder.stackFile, stack);
  const running = started.move();
  return { stack, emulator, stop: () => running.disposeAsync() };
}

function secretsManagerAt(emulator: Emulator): SecretsManagerClient {
  return new SecretsManagerClient({
    endpoint: emulator.endpoint,
    region: emulator.region,
    credentials: emulator.credentials,
  });
}
