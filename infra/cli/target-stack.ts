import { readFile } from 'node:fs/promises';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { loadConfiguration } from '../config/load-configuration.ts';
import { miniStackRoot } from '../local/emulator/emulator.ts';
import { type LocalStack, localStackSchema } from '../local/stack-file.ts';
import { stateFolderAt } from '../local/state-folder.ts';
import type { CommandLine } from './command-line.ts';
import { WrongUsage } from './wrong-usage.ts';

/** The deployment that a command works on. */
export interface TargetStack {
  /** `local` is an emulator, which does not call rotation functions by itself. */
  readonly kind: 'local' | 'deployed';
  /** For people: `stage production`. */
  readonly description: string;
  readonly configuration: DeploymentConfiguration;
  readonly secrets: SecretsManagerClient;
  readonly functions: LambdaClient;
}

/** Time limits in milliseconds; a rotation may take as long as its function, so nobody cuts it off sooner. */
const secretsLimits = { connectionTimeout: 2_000, requestTimeout: 10_000 };
const functionLimits = { connectionTimeout: 2_000, requestTimeout: 15 * 60_000 };

/**
 * Finds the stack: the deployed one of a configuration file, or the local one.
 * @throws WrongUsage when neither is there, or it is not known in which region
 * @throws ConfigurationProblem when the configuration is wrong
 */
export async function openTargetStack(
  { configurationFile, stateFolder }: Pick<CommandLine, 'configurationFile' | 'stateFolder'>,
  environment: NodeJS.ProcessEnv,
): Promise<TargetStack> {
  if (configurationFile === undefined) return openLocalStack(stateFolder, environment);
  const configuration = loadConfiguration(configurationFile);
  const { secrets, functions } = clients({});
  await secrets.config.region().catch(() => {
    throw new WrongUsage('No AWS region is chosen: set AWS_REGION, or a region in your AWS profile.');
  });
  return { kind: 'deployed', description: `stage ${configuration.stage}`, configuration, secrets, functions };
}

async function openLocalStack(stateFolder: string, environment: NodeJS.ProcessEnv): Promise<TargetStack> {
  const folder = stateFolderAt(stateFolder);
  const text = await readFile(folder.stackFile, 'utf8').catch(() => {
    throw new WrongUsage(
      `There is no local stack in ${stateFolder}: bring it up with npm start, or name a deployed one with -c <configuration file>.`,
    );
  });
  const stack = localStackIn(text);
  if (stack === undefined) {
    throw new WrongUsage(
      `The local stack in ${stateFolder} was brought up by another version: stop it, and bring it up again with npm start.`,
    );
  }
  const credentials = {
    accessKeyId: environment.AWS_ACCESS_KEY_ID ?? miniStackRoot.accessKeyId,
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? miniStackRoot.secretAccessKey,
  };
  return {
    kind: 'local',
    description: `the local stack at ${stack.awsEndpoint}`,
    configuration: loadConfiguration(folder.configurationFile),
    ...clients({ endpoint: stack.awsEndpoint, region: stack.region, credentials }),
  };
}

/** Nothing where it is of another form, or was not written to its end. */
function localStackIn(text: string): LocalStack | undefined {
  try {
    return localStackSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function clients(options: ConstructorParameters<typeof SecretsManagerClient>[0] & object) {
  return {
    secrets: new SecretsManagerClient({ ...options, requestHandler: secretsLimits }),
    // Once only: an answer that was lost must not start a second rotation.
    functions: new LambdaClient({ ...options, requestHandler: functionLimits, maxAttempts: 1 }),
  };
}
