import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { deploymentOptions } from './config/deployment-options.ts';
import { loadConfiguration } from './config/load-configuration.ts';
import { addDeployment } from './stacks/add-deployment.ts';

/** What `cdk synth` and `cdk deploy` run (see cdk.json). */
try {
  const app = new App();
  const { configurationFile, target } = deploymentOptions(app.node);
  const { leftOut } = addDeployment(app, {
    configuration: loadConfiguration(configurationFile),
    target,
    functionsDirectory: join(import.meta.dirname, '..', 'functions'),
  });
  for (const { type, path, consequence } of leftOut) {
    console.error(`Left out for the emulator: ${type} (${path}): ${consequence}.`);
  }
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
