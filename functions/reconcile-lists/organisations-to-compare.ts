import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { organisationClient } from '#shared/cisco/secure-access/organisation-client.ts';
import { organisationLists } from '#shared/cisco/secure-access/organisation-lists.ts';
import { targetLists } from '#shared/cisco/secure-access/target-lists.ts';
import { configuredOrganisations } from '#shared/config/configured-organisations.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { destinationListNames } from '#shared/config/destination-list-names.ts';
import type { DestinationListName, OrganisationName } from '#shared/config/names.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import type { ComparableOrganisation } from '#shared/iocs/reconciliation/reconciliation-ports.ts';

/**
 * The organisations of the configuration with their destination lists, ready to be read; those without lists are left
 * out.
 * @param only this list, and no other
 * @throws ConfigurationProblem when the configuration does not have the list
 */
export function organisationsToCompare(
  only: DestinationListName | undefined,
  context: {
    configuration: DeploymentConfiguration;
    http: HttpClient;
    tokensOf: (organisation: OrganisationName) => TokenSource;
  },
): ComparableOrganisation[] {
  const target = targetLists(context);
  const names = only === undefined ? destinationListNames(context.configuration) : [only];
  const targets = names.map(target);
  const editions = configuredOrganisations(context.configuration, ({ secureAccess }) => secureAccess.edition);
  return [...editions].flatMap(([name, edition]) => {
    const lists = targets.filter(({ organisation }) => organisation === name);
    if (lists.length === 0) return [];
    const client = organisationClient(name, context);
    return [{ name, edition, lists, allLists: organisationLists({ client, edition }) }];
  });
}
