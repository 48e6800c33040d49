import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DeploymentConfiguration,
  deploymentConfigurationSchema,
} from '../config/deployment-configuration.ts';

/**
 * The deployment's configuration, which infra puts beside each function's bundle.
 * `CONFIGURATION_FILE` names another file, for functions that run unbundled in a test.
 */
export function readConfiguration(): DeploymentConfiguration {
  const file = process.env.CONFIGURATION_FILE ?? join(import.meta.dirname, 'configuration.json');
  return deploymentConfigurationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
