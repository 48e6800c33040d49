import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DeploymentConfiguration,
  deploymentConfigurationSchema,
} from '#shared/config/deployment-configuration.ts';
import { loadConfiguration } from '../config/load-configuration.ts';
import { repositoryFolder } from './state-folder.ts';

const localConfigurationFile = join(repositoryFolder, 'infra/config/local.json');

/** Base URLs of Cisco's clouds that stand in the place of the published ones. */
export interface CiscoBaseUrls {
  readonly secureAccess: string;
}

/**
 * The local stage's configuration with every organisation moved to the given base URLs.
 * @throws ConfigurationProblem when `infra/config/local.json` is wrong.
 */
export function effectiveConfiguration(baseUrls: CiscoBaseUrls): DeploymentConfiguration {
  return withBaseUrls(loadConfiguration(localConfigurationFile), baseUrls);
}

/** Replaces the base URL of every organisation; everything else stays as it is. */
export function withBaseUrls(
  configuration: DeploymentConfiguration,
  baseUrls: CiscoBaseUrls,
): DeploymentConfiguration {
  // The pathname of a base URL is `/`, which the schema forbids to be anything else: the origin says it all.
  const baseUrl = new URL(baseUrls.secureAccess).origin;
  return deploymentConfigurationSchema.parse({
    ...configuration,
    // A path for editors, relative to where the file was.
    $schema: undefined,
    organisations: Object.fromEntries(
      Object.entries(configuration.organisations).map(([name, organisation]) => [
        name,
        { ...organisation, secureAccess: { ...organisation.secureAccess, baseUrl } },
      ]),
    ),
  });
}

/** Writes the configuration where `cdk` reads it. */
export async function writeConfiguration(
  file: string,
  configuration: DeploymentConfiguration,
): Promise<void> {
  await writeFile(file, `${JSON.stringify(configuration, undefined, 2)}\n`, { mode: 0o600 });
}
