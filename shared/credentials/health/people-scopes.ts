import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { RequiredScopes } from './required-scopes.ts';

const vpn: RequiredScopes = {
  probes: [{ scope: 'admin.vpn:read', path: '/admin/v2/vpn/userConnections?offset=0&limit=1' }],
  unprovable: ['admin.vpn:write'],
};

const zeroTrust: RequiredScopes = {
  probes: [
    { scope: 'reports.utilities:read', path: '/reports/v2/identities?offset=0&limit=1' },
    // Of nobody: whoever lacks the scope is refused all the same.
    { scope: 'admin.ztna.certificates:read', path: '/admin/v2/ztna/users/0/deviceCertificates' },
  ],
  unprovable: ['admin.ztna.enrollment:write'],
};

const roamingComputers: RequiredScopes = {
  probes: [
    { scope: 'deployments.roamingcomputers:read', path: '/deployments/v2/roamingcomputers?page=1&limit=1' },
  ],
  unprovable: ['deployments.roamingcomputers:write'],
};

/**
 * The scopes that cutting people off needs in an organisation: those of its VPN, which Umbrella lacks, of zero-trust
 * devices, for which only the global edition has an API, and of roaming computers where a naming rule is configured.
 * @returns nothing of all that where people are not cut off from the organisation
 */
export function peopleScopes(
  { organisations, people }: Pick<DeploymentConfiguration, 'organisations' | 'people'>,
  name: OrganisationName,
): RequiredScopes {
  const edition = organisations[name]?.secureAccess.edition;
  const isConcerned = people?.organisations.includes(name) ?? false;
  const needed = isConcerned
    ? [
        ...(edition === 'umbrella' ? [] : [vpn]),
        ...(edition === 'global' ? [zeroTrust] : []),
        ...(people?.roamingComputerNames === undefined ? [] : [roamingComputers]),
      ]
    : [];
  return {
    probes: needed.flatMap(({ probes }) => probes),
    unprovable: needed.flatMap(({ unprovable }) => unprovable),
  };
}
