import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { RequiredScopes } from './required-scopes.ts';

const needed: RequiredScopes = {
  probes: [
    {
      scope: 'policies.objects.networkObjectGroups:read',
      path: '/policies/v2/objects/networkObjectGroups?offset=0&limit=1',
    },
    {
      scope: 'policies.objects.networkObjects:read',
      path: '/policies/v2/objects/networkObjects?offset=0&limit=1',
    },
  ],
  unprovable: ['policies.objects.networkObjectGroups:write'],
};

/** The scopes that blocking in network object groups of Secure Access needs, beside that of the access rules. */
export function networkObjectScopes(
  { networkGroups }: Pick<DeploymentConfiguration, 'networkGroups'>,
  organisation: OrganisationName,
): RequiredScopes {
  const isConcerned = Object.values(networkGroups).some(
    (group) => group.kind === 'network-object-group' && group.organisation === organisation,
  );
  return isConcerned ? needed : { probes: [], unprovable: [] };
}
