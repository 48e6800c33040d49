import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { destinationListDestination } from '#shared/cisco/secure-access/destination-list-destination.ts';
import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { DestinationListName, OrganisationName } from '#shared/config/names.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import type { TargetList } from '#shared/iocs/blocking/worker-ports.ts';

/**
 * The destination list of that name, ready to be written.
 * @throws ConfigurationProblem when the configuration does not have it
 */
export function targetList(
  name: DestinationListName,
  context: {
    configuration: DeploymentConfiguration;
    http: HttpClient;
    tokensOf: (organisation: OrganisationName) => TokenSource;
  },
): TargetList {
  const list = context.configuration.destinationLists[name];
  const organisation = list && context.configuration.organisations[list.organisation];
  if (!organisation) throw new ConfigurationProblem(`The configuration has no destination list "${name}".`);
  const client = authorisedClient({
    http: context.http,
    tokens: context.tokensOf(list.organisation),
    baseUrl: apiBaseUrl(organisation),
  });
  return {
    name,
    id: list.id,
    organisation: list.organisation,
    whenNotEnforced: list.whenNotEnforced,
    destination: destinationListDestination({
      client,
      edition: organisation.secureAccess.edition,
      listId: list.id,
    }),
  };
}
