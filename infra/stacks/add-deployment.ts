import { join } from 'node:path';
import {
  type App,
  CliCredentialsStackSynthesizer,
  type IStackSynthesizer,
  type StackProps,
  Tags,
} from 'aws-cdk-lib';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { bundleFunctions } from '../bundling/bundle-functions.ts';
import { configuredFunctions } from '../functions/configured-functions.ts';
import { type LeftOutResource, leaveOutUnsupportedResources } from '../local/unsupported-resources.ts';
import { AutomationsStack } from './automations-stack.ts';
import type { Deployment } from './deployment.ts';
import { accountSafeguards, emulatorSafeguards } from './safeguards.ts';
import { addSecurityChecks } from './security-checks.ts';
import { StateStack } from './state-stack.ts';

/** An AWS account, or an emulator on this machine, which knows only part of AWS. */
export type DeploymentTarget = 'account' | 'emulator';

export interface AddDeploymentOptions {
  readonly configuration: DeploymentConfiguration;
  readonly target: DeploymentTarget;
  /** Holds `<name>/handler.ts` of each function. */
  readonly functionsDirectory: string;
}

export interface AddedDeployment {
  readonly state: StateStack;
  readonly automations: AutomationsStack;
  /** What the emulator has to do without; nothing for an account. */
  readonly leftOut: readonly LeftOutResource[];
}

/**
 * Puts the two stacks of one deployment into `app`. Both targets get the same stacks;
 * every difference between them stands in this file, in `safeguards.ts` and in `unsupported-resources.ts`.
 */
export function addDeployment(app: App, options: AddDeploymentOptions): AddedDeployment {
  const { configuration, target, functionsDirectory } = options;
  const { stage } = configuration;
  const deployment: Deployment = {
    configuration,
    safeguards: target === 'account' ? accountSafeguards : emulatorSafeguards,
    bundles: bundleFunctions({
      functionNames: configuredFunctions(configuration),
      functionsDirectory,
      // Beside the templates, so that two syntheses at once do not overwrite each other's bundles.
      outputDirectory: join(app.outdir, 'functions'),
      configuration,
    }),
  };

  const state = new StateStack(app, 'State', deployment, {
    ...common(target),
    stackName: `scc-automations-${stage}-state`,
    description: `SCC Automations ${stage}: what must survive (key, table, secrets, bus)`,
    terminationProtection: deployment.safeguards.deletionProtection,
  });
  const automations = new AutomationsStack(app, 'Automations', deployment, {
    ...common(target),
    stackName: `scc-automations-${stage}`,
    description: `SCC Automations ${stage}: functions, queues, API and alarms`,
    state,
  });
  Tags.of(app).add('application', 'scc-automations');
  Tags.of(app).add('stage', stage);

  if (target === 'account') addSecurityChecks(app);
  const leftOut = target === 'emulator' ? leaveOutUnsupportedResources(app) : [];
  return { state, automations, leftOut };
}

/** The emulator has none of the roles that `cdk bootstrap` creates in an account; there the caller's own must do. */
function common(target: DeploymentTarget): Pick<StackProps, 'synthesizer'> {
  if (target === 'account') return {};
  // CDK declares its own optional members without `| undefined`, which exactOptionalPropertyTypes objects to.
  return { synthesizer: new CliCredentialsStackSynthesizer() as IStackSynthesizer };
}
