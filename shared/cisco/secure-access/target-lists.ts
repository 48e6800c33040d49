import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { DestinationListName, OrganisationName } from '../../config/names.ts';
import type { TokenSource } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { TargetList } from '../../iocs/blocking/worker-ports.ts';
import type { HttpClient } from '../http/http-client.ts';
import { destinationListDestination } from './destination-list-destination.ts';
import { organisationClient } from './organisation-client.ts';

/**
 * The destination lists of the configuration by their names, ready to be read and written, each with those that take
 * its overflow.
 * @returns a function that throws ConfigurationProblem when the configuration does not have the list
 */
export function targetLists(context: {
  configuration: Pick<DeploymentConfiguration, 'destinationLists' | 'organisations'>;
  http: HttpClient;
  tokensOf: (organisation: OrganisationName) => TokenSource;
}): (name: DestinationListName) => TargetList {
  const { configuration } = context;
  return (name) => {
    const list = target(name, []);
    if (!list) throw new ConfigurationProblem(`The configuration has no destination list "${name}".`);
    return list;
  };

  /** @param before names of the lists that overflow into it: a ring of lists ends where it began */
  function target(name: DestinationListName, before: readonly DestinationListName[]): TargetList | undefined {
    const list = configuration.destinationLists[name];
    const organisation = list && configuration.organisations[list.organisation];
    if (!organisation || before.includes(name)) return undefined;
    const overflow = list.overflow && target(list.overflow, [...before, name]);
    return {
      name,
      id: list.id,
      organisation: list.organisation,
      whenNotEnforced: list.whenNotEnforced,
      mostEntries: list.mostEntries,
      ...(overflow && { overflow }),
      destination: destinationListDestination({
        client: organisationClient(list.organisation, context),
        edition: organisation.secureAccess.edition,
        listId: list.id,
      }),
    };
  }
}
