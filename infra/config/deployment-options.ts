import type { Node } from 'constructs';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import type { DeploymentTarget } from '../stacks/add-deployment.ts';

export interface DeploymentOptions {
  /** Relative to the folder in which `cdk` was started. */
  readonly configurationFile: string;
  readonly target: DeploymentTarget;
}

/**
 * Reads what was given with `cdk … -c configuration=<file> [-c local=true]`.
 * The file has no default: nobody should deploy an example by leaving a word out.
 * @throws ConfigurationProblem that says what to add.
 */
export function deploymentOptions(context: Pick<Node, 'tryGetContext'>): DeploymentOptions {
  const configurationFile: unknown = context.tryGetContext('configuration');
  if (typeof configurationFile !== 'string' || configurationFile === '') {
    throw new ConfigurationProblem(
      'No configuration was named. Add -c configuration=<file>, for example -c configuration=infra/config/example.json.',
    );
  }
  const local: unknown = context.tryGetContext('local');
  if (local !== undefined && local !== 'true' && local !== 'false') {
    throw new ConfigurationProblem(
      `-c local=${String(local)} is neither true nor false. Leave it out to deploy to an AWS account.`,
    );
  }
  return { configurationFile, target: local === 'true' ? 'emulator' : 'account' };
}
