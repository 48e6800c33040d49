import { join } from 'node:path';
import type { Emulator } from './emulator/emulator.ts';
import { childEnvironment } from './emulator/emulator-environment.ts';
import { runCommand } from './processes/run-command.ts';
import { repositoryFolder, type StateFolder } from './state-folder.ts';

const cdk = join(repositoryFolder, 'node_modules/aws-cdk/bin/cdk');

/** Keeps `cdk` quiet about everything but this deployment. */
const quietly = ['--ci', '--no-notices', '--no-color', '--no-version-reporting'];

/**
 * Bundles the functions and writes the cloud assembly; needs no emulator.
 * @throws GiveUp with the end of the output when `cdk` fails.
 */
export async function synthesise(folder: StateFolder, signal: AbortSignal): Promise<void> {
  await runCdk(
    {
      words: [
        // Both templates are checked by `npm run synth` and the tests; here it would be a third of the whole start.
        ...['synth', '--quiet', '--no-validation', '--output', folder.cloudAssembly],
        ...['--context', 'local=true', '--context', `configuration=${folder.configurationFile}`],
      ],
      settings: {},
      workingFolder: repositoryFolder,
      logFile: folder.synthLog,
    },
    signal,
  );
}

/**
 * Makes what the CDK needs in an account: among others the bucket that the bundles go through.
 * @throws GiveUp with the end of the output when `cdk` fails.
 */
export async function bootstrap(folder: StateFolder, emulator: Emulator, signal: AbortSignal): Promise<void> {
  await runCdk(
    {
      words: ['bootstrap', `aws://${emulator.accountId}/${emulator.region}`],
      settings: pointingAt(emulator),
      // Where no cdk.json is: the account is named, so that no app has to be synthesised for it.
      workingFolder: folder.path,
      logFile: folder.bootstrapLog,
    },
    signal,
  );
}

/**
 * Deploys every synthesised stack and writes their outputs.
 * @throws GiveUp with the end of the output when `cdk` fails.
 */
export async function deployStacks(
  folder: StateFolder,
  emulator: Emulator,
  signal: AbortSignal,
): Promise<void> {
  await runCdk(
    {
      words: [
        ...['deploy', '--all', '--app', folder.cloudAssembly, '--outputs-file', folder.outputsFile],
        ...['--method', 'direct', '--require-approval', 'never'],
      ],
      settings: pointingAt(emulator),
      workingFolder: repositoryFolder,
      logFile: folder.deployLog,
    },
    signal,
  );
}

interface CdkRun {
  readonly words: readonly string[];
  readonly settings: Record<string, string>;
  readonly workingFolder: string;
  readonly logFile: string;
}

async function runCdk({ words, settings, ...rest }: CdkRun, signal: AbortSignal): Promise<void> {
  const environment = childEnvironment(settings);
  await runCommand(
    { command: process.execPath, arguments: [cdk, ...words, ...quietly], environment, ...rest },
    signal,
  );
}

/** What makes AWS's own SDKs and tools talk to an emulator. */
function pointingAt(emulator: Emulator): Record<string, string> {
  return {
    // By address: an SDK then names buckets in the path, since `bucket.localhost` does not resolve everywhere.
    AWS_ENDPOINT_URL: emulator.endpoint.replace('//localhost', '//127.0.0.1'),
    AWS_REGION: emulator.region,
    AWS_ACCESS_KEY_ID: emulator.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: emulator.credentials.secretAccessKey,
  };
}
