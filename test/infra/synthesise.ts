import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { loadConfiguration } from '#infra/config/load-configuration.ts';
import type { LeftOutResource } from '#infra/local/unsupported-resources.ts';
import { addDeployment, type DeploymentTarget } from '#infra/stacks/add-deployment.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';

const cdkSettings = z.object({ context: z.record(z.string(), z.unknown()) });

/** Stand-ins of the functions, so that templates are tested apart from them and bundle in no time. */
export const functionsDirectory = join(import.meta.dirname, 'functions');

export const exampleConfiguration = loadConfiguration('infra/config/example.json');

/**
 * An app as `cdk` starts it: with the feature flags of cdk.json. Its folder goes when the test file is done.
 * CDK's own check of the templates takes most of the time, so only the test about checks asks for it.
 */
export function newApp({ checkTemplates = false } = {}): App {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-'));
  afterAll(() => rmSync(outdir, { recursive: true }));
  const { context } = cdkSettings.parse(JSON.parse(readFileSync('cdk.json', 'utf8')));
  return new App({ outdir, context, builtinCloudFormationValidation: checkTemplates });
}

export interface Synthesised {
  readonly state: Template;
  readonly automations: Template;
  readonly leftOut: readonly LeftOutResource[];
}

/** The templates of one deployment. Takes seconds: call it once in a test file. */
export function synthesise(
  target: DeploymentTarget,
  configuration: DeploymentConfiguration = exampleConfiguration,
): Synthesised {
  const app = newApp();
  const { state, automations, leftOut } = addDeployment(app, { configuration, target, functionsDirectory });
  return { state: Template.fromStack(state), automations: Template.fromStack(automations), leftOut };
}
