import type { ScopeProbe } from '../../cisco/secure-access/probe-scopes.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import { networkObjectScopes } from './network-object-scopes.ts';
import { peopleScopes } from './people-scopes.ts';
import type { RequiredScopes } from './required-scopes.ts';

const rulesProbe: ScopeProbe = {
  scope: 'policies.rules:read',
  path: '/policies/v2/rules?offset=0&limit=1',
};

const reportsProbe: ScopeProbe = {
  scope: 'reports.aggregations:read',
  path: '/reports/v2/top-identities?from=-1hours&to=now&offset=0&limit=1',
};

/** What the configuration makes the functions call. @see https://developer.cisco.com/docs/cloud-security/secure-access-api-oauth-scopes */
export function neededScopes(
  configuration: DeploymentConfiguration,
  organisation: OrganisationName,
): RequiredScopes {
  const list = Object.values(configuration.destinationLists).find((one) => one.organisation === organisation);
  const readsReports =
    configuration.blastRadius.identities !== undefined || configuration.leases.renewWhileHit;
  const ofGroups = networkObjectScopes(configuration, organisation);
  const ofPeople = peopleScopes(configuration, organisation);
  const secureAccess = configuration.organisations[organisation]?.secureAccess;
  const hasRules = ofGroups.probes.length > 0 || (list && secureAccess?.edition !== 'umbrella');
  return {
    probes: [
      { scope: 'policies.destinationLists:read', path: '/policies/v2/destinationlists?page=1&limit=1' },
      ...(list
        ? [
            {
              scope: 'policies.destinations:read',
              path: `/policies/v2/destinationlists/${list.id}/destinations?page=1&limit=1`,
            },
          ]
        : []),
      ...ofGroups.probes,
      ...(hasRules ? [rulesProbe] : []),
      ...(list && readsReports ? [reportsProbe] : []),
      ...ofPeople.probes,
    ],
    unprovable: [
      ...(list ? ['policies.destinations:write'] : []),
      ...ofGroups.unprovable,
      ...(secureAccess?.logBucketKeyRotation ? ['admin.iam:write'] : []),
      ...ofPeople.unprovable,
    ],
  };
}
