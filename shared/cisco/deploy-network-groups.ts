import type { ConfiguredDestinations } from '../config/configured-destination.ts';
import type { OrganisationName } from '../config/names.ts';
import type { CommonObjectsGroup } from '../config/network-group.ts';
import { type DeploymentPorts, type DeploymentReport, deployChanges } from '../firewalls/deploy-changes.ts';
import type { GroupToProve } from '../firewalls/group-usage.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { OrganisationFirewalls } from './organisation-firewalls.ts';
import { readGroupsToProve } from './security-cloud-control/network-objects/groups-to-prove.ts';

const nothingDone: DeploymentReport = { ended: [], underWay: [], waiting: [] };

/**
 * Lets what is written in an organisation's groups take effect on its firewalls, for those groups that are configured
 * to be deployed by themselves. They are looked at together, so that a firewall gets one deployment for all of them; the
 * longest of their intervals counts. Calling it again goes on from what is written down.
 * @param until when to stop waiting for ends
 * @throws ConfigurationProblem, RetryLater as the clouds do
 */
export async function deployNetworkGroups(
  organisation: OrganisationName,
  context: {
    configuration: Pick<ConfiguredDestinations, 'networkGroups'>;
    clouds: Pick<OrganisationFirewalls, 'commonObjects'>;
    ports: DeploymentPorts;
  },
  until: Date,
): Promise<DeploymentReport> {
  const { configuration, clouds, ports } = context;
  const deployed = Object.values(configuration.networkGroups).filter(
    (group): group is CommonObjectsGroup =>
      group.kind === 'network-group' && group.organisation === organisation && group.deploy === 'auto',
  );
  const groups: GroupToProve[] = [];
  for (const group of deployed) {
    groups.push(...(await readGroupsToProve(clouds.commonObjects(group), group.name)));
  }
  if (!isNonEmpty(groups)) return nothingDone;
  const atMostEveryMinutes = Math.max(
    ...deployed.map(({ deployAtMostEveryMinutes }) => deployAtMostEveryMinutes),
  );
  return deployChanges(groups, { deploy: 'auto', atMostEveryMinutes }, ports, until);
}
