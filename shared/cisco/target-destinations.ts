import {
  type ConfiguredDestination,
  type ConfiguredDestinations,
  configuredDestination,
} from '../config/configured-destination.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import type { DestinationListName } from '../config/names.ts';
import type { SecureAccessEdition } from '../config/organisation.ts';
import { mostEntriesOfOrganisation } from '../config/organisation-capacity.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { BlockDestination } from '../iocs/blocking/block-destination.ts';
import type { TargetList } from '../iocs/blocking/worker-ports.ts';
import type { OrganisationClouds } from './organisation-clouds.ts';
import { destinationListDestination } from './secure-access/destination-list-destination.ts';
import { networkObjectGroupDestination } from './secure-access/network-objects/network-object-group-destination.ts';
import { networkGroupDestination } from './security-cloud-control/network-objects/network-group-destination.ts';

interface TargetContext {
  readonly configuration: ConfiguredDestinations & Pick<DeploymentConfiguration, 'organisations'>;
  readonly clouds: OrganisationClouds;
  /** Is told what a person should look into and what stops nothing. */
  readonly warn: (message: string) => void;
}

/**
 * The destinations of the configuration by their names, of either kind, ready to be read and written, each with those
 * that take its overflow.
 * @returns a function that throws ConfigurationProblem when the configuration does not have the destination
 */
export function targetDestinations(context: TargetContext): (name: DestinationListName) => TargetList {
  const { configuration } = context;
  return (name) => {
    const target = targetNamed(name, []);
    if (!target) throw new ConfigurationProblem(`The configuration has no destination list "${name}".`);
    return target;
  };

  /** @param before names of the lists that overflow into it: a ring of lists ends where it began */
  function targetNamed(
    name: DestinationListName,
    before: readonly DestinationListName[],
  ): TargetList | undefined {
    const settings = configuredDestination(name, configuration);
    const organisation = settings && configuration.organisations[settings.organisation];
    if (!organisation || before.includes(name)) return undefined;
    const { edition } = organisation.secureAccess;
    const list = settings.kind === 'destination-list' ? settings : undefined;
    const overflow = list?.overflow && targetNamed(list.overflow, [...before, name]);
    return {
      name,
      id: list?.id,
      organisation: settings.organisation,
      whenNotEnforced: settings.whenNotEnforced,
      mostEntries: settings.mostEntries,
      mostEntriesOfOrganisation: mostEntriesOfOrganisation(settings.kind, edition),
      ...(overflow && { overflow }),
      destination: destinationOf(settings, edition, context),
    };
  }
}

/** The one place that knows which kind of destination is spoken to how. */
function destinationOf(
  settings: ConfiguredDestination,
  edition: SecureAccessEdition,
  { clouds, warn }: TargetContext,
): BlockDestination {
  const { organisation } = settings;
  switch (settings.kind) {
    case 'destination-list':
      return destinationListDestination({
        client: clouds.secureAccess(organisation),
        edition,
        listId: settings.id,
      });
    case 'network-group':
      return networkGroupDestination({
        objects: clouds.commonObjects(settings),
        groupName: settings.name,
        usages: clouds.groupUsages(organisation),
        warn,
      });
    case 'network-object-group':
      return networkObjectGroupDestination({
        client: clouds.secureAccess(organisation),
        groupName: settings.name,
      });
  }
}
