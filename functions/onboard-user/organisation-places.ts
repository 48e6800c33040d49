import {
  type ApiTokenSource,
  firewallManagerClient,
} from '#shared/cisco/firewall-manager/authorised-client.ts';
import { firewallManagerBaseUrl } from '#shared/cisco/firewall-manager/base-url.ts';
import { firewallManagerUsers } from '#shared/cisco/firewall-manager/users.ts';
import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { organisationPlatform } from '#shared/cisco/security-cloud-control/organisation-platform.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import type { OnboardingPlaces } from '#shared/people/onboarding/onboarding-places.ts';

export interface PlacesContext {
  readonly configuration: Pick<DeploymentConfiguration, 'organisations'>;
  /** At the pace of the platform. */
  readonly http: HttpClient;
  readonly platformTokensOf: (organisation: OrganisationName) => TokenSource;
  readonly firewallManagerTokensOf: (organisation: OrganisationName) => ApiTokenSource;
}

/** Where joiners get something in one organisation, as it is configured. */
export function organisationPlaces(name: OrganisationName, context: PlacesContext): OnboardingPlaces {
  const { configuration, http } = context;
  return {
    organisation: name,
    ...organisationPlatform(name, { configuration, http, tokensOf: context.platformTokensOf }),
    firewallAccounts: firewallAccounts(name, context),
  };
}

function firewallAccounts(
  name: OrganisationName,
  { configuration, http, firewallManagerTokensOf }: PlacesContext,
): OnboardingPlaces['firewallAccounts'] {
  const settings = configuration.organisations[name]?.firewallManager;
  if (!settings) return undefined;
  const baseUrl = firewallManagerBaseUrl(settings);
  return firewallManagerUsers(
    firewallManagerClient({ http, tokens: firewallManagerTokensOf(name), baseUrl }),
  );
}
