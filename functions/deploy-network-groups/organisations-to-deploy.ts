import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import type { CommonObjectsGroup, NetworkGroup } from '#shared/config/network-group.ts';
import type { DeployingOrganisation } from '#shared/firewalls/deploying-organisation.ts';
import { isNonEmpty } from '#shared/non-empty.ts';

/** The organisations that have a group which is deployed by itself. */
export function organisationsToDeploy({
  networkGroups,
}: Pick<DeploymentConfiguration, 'networkGroups'>): DeployingOrganisation[] {
  const groups = Object.values(networkGroups).filter(isOnFirewalls);
  const automatic = groups.filter(({ deploy }) => deploy === 'auto').map(({ organisation }) => organisation);
  return [...new Set(automatic)].flatMap((name) => {
    const owned = Object.entries(networkGroups).flatMap(([key, group]) =>
      isOnFirewalls(group) && group.organisation === name ? [destinationListNameSchema.parse(key)] : [],
    );
    return isNonEmpty(owned) ? [{ name, groups: owned }] : [];
  });
}

function isOnFirewalls(group: NetworkGroup): group is CommonObjectsGroup {
  return group.kind === 'network-group';
}
