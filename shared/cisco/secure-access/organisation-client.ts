import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { TokenSource } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type AuthorisedClient, authorisedClient } from './authorised-client.ts';
import { apiBaseUrl } from './editions.ts';

/**
 * Speaks to the Secure Access or Umbrella organisation of that name.
 * @throws ConfigurationProblem when the configuration does not have it
 */
export function organisationClient(
  name: OrganisationName,
  context: {
    configuration: Pick<DeploymentConfiguration, 'organisations'>;
    http: HttpClient;
    tokensOf: (organisation: OrganisationName) => TokenSource;
  },
): AuthorisedClient {
  const organisation = context.configuration.organisations[name];
  if (!organisation) throw new ConfigurationProblem(`The configuration has no organisation "${name}".`);
  return authorisedClient({
    http: context.http,
    tokens: context.tokensOf(name),
    baseUrl: apiBaseUrl(organisation),
  });
}
