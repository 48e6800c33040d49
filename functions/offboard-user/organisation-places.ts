import { httpClient } from '#shared/cisco/http/http-client.ts';
import { organisationPlatform } from '#shared/cisco/security-cloud-control/organisation-platform.ts';
import { atPlatformPace, platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import type { OffboardingPlaces } from '#shared/people/offboarding/offboarding-places.ts';
import type { PlacesByOrganisation } from '#shared/people/offboarding/plan-offboarding.ts';
import type { PlacesContext } from './places-context.ts';
import { placesInFirewallManager } from './places-in-firewall-manager.ts';
import { placesInSecureAccess } from './places-in-secure-access.ts';

/** Every place that leavers are cut off from, as it is configured, each called at the pace that its API allows. */
export function organisationPlaces(context: PlacesContext): PlacesByOrganisation {
  const { configuration, settings, tokens, signal } = context;
  const http = httpClient(context, { ...platformHttpOptions, ...(signal && { signal }) });
  const platform = {
    configuration,
    http: atPlatformPace(http, context),
    tokensOf: tokens.platform,
  };
  return new Map(
    settings.organisations.map((name): [OrganisationName, OffboardingPlaces] => {
      const organisation = configuration.organisations[name];
      if (!organisation) throw new ConfigurationProblem(`The configuration has no organisation "${name}".`);
      const { ownedCredentials, ...secureAccess } = placesInSecureAccess(name, organisation, context);
      return [
        name,
        {
          ...organisationPlatform(name, platform),
          ...secureAccess,
          ...placesInFirewallManager(name, organisation, {
            ...context,
            http,
            tokensOf: tokens.firewallManager,
          }),
          ownedCredentials: [...ownedCredentials, ...xdrClients(organisation)],
        },
      ];
    }),
  );
}

/** No call lists the clients of an XDR organisation. */
function xdrClients({ xdr }: Organisation): OffboardingPlaces['ownedCredentials'] {
  return xdr ? [{ what: 'API clients of XDR', credentials: 'look-by-hand' }] : [];
}
