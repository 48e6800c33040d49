import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

/** What the stacks tell about themselves: the outputs that `cdk deploy` writes, by what they are. */
export interface DeployedResources {
  readonly apiUrl: string;
  readonly table: string;
  readonly bus: string;
  /** Where people are configured. */
  readonly peopleFilesBucket?: string | undefined;
  /** ARN by function name: `receive-webhook`. */
  readonly functions: Readonly<Record<string, string>>;
  /** URL by queue name: `block`, `block-dead-letter`. */
  readonly queues: Readonly<Record<string, string>>;
  /** Secret names by kind and key: `connection` and `splunk`. */
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const outputsFileSchema = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Reads the file that `cdk deploy --outputs-file` has written.
 * @throws ConfigurationProblem naming an output that the stacks do not have.
 */
export async function readDeployedResources(outputsFile: string): Promise<DeployedResources> {
  const stacks = outputsFileSchema.parse(JSON.parse(await readFile(outputsFile, 'utf8')));
  return resourcesFrom(Object.assign({}, ...Object.values(stacks)));
}

/**
 * Sorts outputs by their names: `ReceiveWebhookFunctionArn` is the function `receive-webhook`,
 * `BlockDeadLetterQueueUrl` the queue `block-dead-letter`, `ConnectionSecretNames` the secrets of kind `connection`.
 */
export function resourcesFrom(outputs: Readonly<Record<string, string>>): DeployedResources {
  const named = (name: string) => {
    const value = outputs[name];
    if (value !== undefined) return value;
    throw new ConfigurationProblem(
      `The deployed stacks have no output ${name}, only: ${Object.keys(outputs).join(', ') || 'none'}. Give the stack that owns it such an output.`,
    );
  };
  const ending = (suffix: string) =>
    Object.entries(outputs)
      .filter(([name]) => name.endsWith(suffix))
      .map(([name, value]): [string, string] => [inKebabCase(name.slice(0, -suffix.length)), value]);
  return {
    apiUrl: named('ApiUrl'),
    table: named('TableName'),
    bus: named('EventBusName'),
    peopleFilesBucket: outputs.PeopleFilesBucketName,
    functions: Object.fromEntries(ending('FunctionArn')),
    queues: Object.fromEntries(ending('QueueUrl')),
    secrets: Object.fromEntries(
      ending('SecretNames').map(([kind, names]) => [
        kind,
        z.record(z.string(), z.string()).parse(JSON.parse(names)),
      ]),
    ),
  };
}

/** `ReceiveWebhook` → `receive-webhook` */
function inKebabCase(name: string): string {
  return name.replaceAll(/(?<=.)(?=[A-Z])/g, '-').toLowerCase();
}
