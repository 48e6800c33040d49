import type { OrganisationClouds } from '#shared/cisco/organisation-clouds.ts';
import { organisationLists } from '#shared/cisco/secure-access/organisation-lists.ts';
import { targetDestinations } from '#shared/cisco/target-destinations.ts';
import { configuredDestination, destinationNames } from '#shared/config/configured-destination.ts';
import { configuredOrganisations } from '#shared/config/configured-organisations.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { DestinationListName } from '#shared/config/names.ts';
import type { ComparableOrganisation } from '#shared/iocs/reconciliation/reconciliation-ports.ts';

/**
 * The organisations of the configuration with their destinations, ready to be read; those without any are left out. The
 * groups of an organisation stand by themselves: they are compared also when its destination lists are out of reach.
 * @param only this destination, and no other
 * @throws ConfigurationProblem when the configuration does not have it
 */
export function organisationsToCompare(
  only: DestinationListName | undefined,
  context: {
    configuration: DeploymentConfiguration;
    clouds: OrganisationClouds;
    warn: (message: string) => void;
  },
): ComparableOrganisation[] {
  const { configuration, clouds } = context;
  const target = targetDestinations(context);
  const names = only === undefined ? destinationNames(configuration) : [only];
  const targets = names.map(target);
  const isList = (name: DestinationListName) =>
    configuredDestination(name, configuration)?.kind === 'destination-list';
  const editions = configuredOrganisations(configuration, ({ secureAccess }) => secureAccess.edition);
  return [...editions].flatMap(([name, edition]) => {
    const owned = targets.filter(({ organisation }) => organisation === name);
    const lists = owned.filter((each) => isList(each.name));
    const groups = owned.filter((each) => !isList(each.name));
    const found: ComparableOrganisation[] = [];
    if (lists.length > 0) {
      const allLists = organisationLists({ client: clouds.secureAccess(name), edition });
      found.push({ name, lists, surroundings: { edition, allLists } });
    }
    if (groups.length > 0) found.push({ name, lists: groups });
    return found;
  });
}
