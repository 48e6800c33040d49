import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { TokenSource } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { Directory } from '../../people/directory.ts';
import type { Groups } from '../../people/groups.ts';
import type { Roles } from '../../people/roles.ts';
import type { HttpClient } from '../http/http-client.ts';
import { authorisedPlatformClient } from './authorised-client.ts';
import { platformGroups } from './groups/platform-groups.ts';
import { sccPlatformUrl } from './platform-url.ts';
import { platformRoles } from './roles/platform-roles.ts';
import { platformDirectory } from './users/platform-directory.ts';

/** Who is in one organisation of Security Cloud Control, and what they may do there. */
export interface OrganisationPlatform {
  readonly directory: Directory;
  readonly groups: Groups;
  readonly roles: Roles;
}

/**
 * The people of the Security Cloud Control organisation of that name.
 * @param context.http best at the pace of the platform, one for all organisations
 * @throws ConfigurationProblem when the configuration does not have it
 */
export function organisationPlatform(
  name: OrganisationName,
  context: {
    configuration: Pick<DeploymentConfiguration, 'organisations'>;
    http: HttpClient;
    tokensOf: (organisation: OrganisationName) => TokenSource;
  },
): OrganisationPlatform {
  const settings = context.configuration.organisations[name]?.securityCloudControl;
  if (!settings) {
    throw new ConfigurationProblem(
      `The configuration has no organisation "${name}" with "securityCloudControl".`,
    );
  }
  const client = authorisedPlatformClient({
    http: context.http,
    tokens: context.tokensOf(name),
    baseUrl: sccPlatformUrl(settings),
    organizationId: settings.organizationId,
    organisation: name,
  });
  return {
    directory: platformDirectory(client),
    groups: platformGroups(client),
    roles: platformRoles(client),
  };
}
