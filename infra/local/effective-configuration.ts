import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DeploymentConfiguration,
  deploymentConfigurationSchema,
} from '#shared/config/deployment-configuration.ts';
import { loadConfiguration } from '../config/load-configuration.ts';
import type { CiscoClouds } from './clouds/cisco-clouds.ts';
import { repositoryFolder } from './state-folder.ts';

const localConfigurationFile = join(repositoryFolder, 'infra/config/local.json');

/** Addresses that stand in the place of those that Cisco has published. */
export type CiscoBaseUrls = { readonly [Name in keyof CiscoClouds]: Pick<CiscoClouds[Name], 'url'> };

/**
 * The local stage's configuration with every organisation moved to the given clouds.
 * @throws ConfigurationProblem when `infra/config/local.json` is wrong.
 */
export function effectiveConfiguration(clouds: CiscoBaseUrls): DeploymentConfiguration {
  return withBaseUrls(loadConfiguration(localConfigurationFile), clouds);
}

/** Replaces the base URLs of every organisation; everything else stays as it is. */
export function withBaseUrls(
  configuration: DeploymentConfiguration,
  clouds: CiscoBaseUrls,
): DeploymentConfiguration {
  // The pathname of a base URL is `/`, which the schema forbids to be anything else: the origin says it all.
  const movedTo = ({ url }: { readonly url: string }) => ({ baseUrl: new URL(url).origin });
  return deploymentConfigurationSchema.parse({
    ...configuration,
    // A path for editors, relative to where the file was.
    $schema: undefined,
    organisations: Object.fromEntries(
      Object.entries(configuration.organisations).map(([name, organisation]) => {
        const { secureAccess, securityCloudControl, firewallManager, xdr } = organisation;
        return [
          name,
          {
            ...organisation,
            secureAccess: { ...secureAccess, ...movedTo(clouds.secureAccess) },
            ...(securityCloudControl && {
              securityCloudControl: { ...securityCloudControl, ...movedTo(clouds.securityCloudControl) },
            }),
            ...(firewallManager && {
              firewallManager: { ...firewallManager, ...movedTo(clouds.firewallManager) },
            }),
            ...(xdr && { xdr: { ...xdr, ...movedTo(clouds.xdr) } }),
          },
        ];
      }),
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
