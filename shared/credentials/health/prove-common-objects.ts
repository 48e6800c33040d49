import { z } from 'zod';
import type { HttpClient } from '../../cisco/http/http-client.ts';
import { objectsClient } from '../../cisco/security-cloud-control/network-objects/objects-client.ts';
import { objectsUrl } from '../../cisco/security-cloud-control/network-objects/objects-url.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { CommonObjectsGroup } from '../../config/network-group.ts';
import type { Organisation } from '../../config/organisation.ts';
import type { AccessToken } from '../access-token.ts';

/** Only a writing call could prove it. */
export const commonObjectsWrite = 'common objects: write';

/** The groups of an organisation that are common objects of Security Cloud Control. */
export function commonObjectsGroupsOf(
  name: OrganisationName,
  { networkGroups }: Pick<DeploymentConfiguration, 'networkGroups'>,
): CommonObjectsGroup[] {
  return Object.values(networkGroups).filter(
    (group): group is CommonObjectsGroup => group.kind === 'network-group' && group.organisation === name,
  );
}

/**
 * Reads one common object where each of the groups is served: a token that works may still have no rights to objects,
 * and the region may be another one.
 * @throws ConfigurationProblem that says which, and what to do; RetryLater when there is no answer
 */
export async function proveCommonObjects(
  organisation: OrganisationName,
  groups: readonly CommonObjectsGroup[],
  {
    http,
    token,
    settings: { organizationId, baseUrl: ownBaseUrl },
  }: {
    http: HttpClient;
    token: AccessToken;
    settings: NonNullable<Organisation['securityCloudControl']>;
  },
): Promise<void> {
  const tokens = { current: async () => token, replace: async () => token };
  const places = groups.map(({ region, baseUrl }) => objectsUrl({ region, baseUrl: baseUrl ?? ownBaseUrl }));
  for (const baseUrl of new Set(places)) {
    const objects = objectsClient({ http, tokens, baseUrl, organizationId, organisation });
    await objects.read(
      { method: 'GET', path: '?type=network&limit=1', repetition: 'repeatable' },
      z.unknown(),
    );
  }
}
