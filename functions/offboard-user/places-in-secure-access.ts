import { httpClient } from '#shared/cisco/http/http-client.ts';
import { adminRetryLimits, atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { KeyAdmin } from '#shared/cisco/secure-access/key-admin.ts';
import { organisationClient } from '#shared/cisco/secure-access/organisation-client.ts';
import { ownedApiKeys } from '#shared/cisco/secure-access/owned-api-keys.ts';
import { atReportsPace } from '#shared/cisco/secure-access/reports/reports-pace.ts';
import { roamingComputers } from '#shared/cisco/secure-access/roaming-computers.ts';
import { vpnSessions } from '#shared/cisco/secure-access/vpn/vpn-sessions.ts';
import { zeroTrustDevices } from '#shared/cisco/secure-access/zero-trust/zero-trust-devices.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import type { OffboardingPlaces } from '#shared/people/offboarding/offboarding-places.ts';
import type { PlacesContext } from './places-context.ts';

/** A 429 has to be waited out for minutes here, as the counted minute goes by. */
const totalTimeLimitMilliseconds = 180_000;

/**
 * VPN sessions, devices and API keys in Secure Access. Umbrella has no VPN, and only the global edition has an API for
 * zero-trust devices.
 */
export function placesInSecureAccess(
  name: OrganisationName,
  organisation: Organisation,
  context: PlacesContext,
): Pick<OffboardingPlaces, 'vpnSessions' | 'certifiedDevices' | 'roamingComputers' | 'ownedCredentials'> {
  const { configuration, settings, historyOf, tokens, signal } = context;
  const { edition } = organisation.secureAccess;
  const http = httpClient(context, {
    retry: adminRetryLimits,
    totalTimeLimitMilliseconds,
    ...(signal && { signal }),
  });
  const access = { configuration, tokensOf: tokens.secureAccess };
  const admin = organisationClient(name, { ...access, http: atAdminPace(http, context, historyOf(name)) });
  const reports = organisationClient(name, { ...access, http: atReportsPace(http, context) });
  const namingRule = settings.roamingComputerNames;
  return {
    ...(edition !== 'umbrella' && { vpnSessions: vpnSessions(admin) }),
    ...(edition === 'global' && { certifiedDevices: zeroTrustDevices({ admin, reports }) }),
    ...(namingRule !== undefined && {
      roamingComputers: { registry: roamingComputers(admin), namingRule },
    }),
    ownedCredentials: [
      {
        what: edition === 'umbrella' ? 'API keys of Umbrella' : 'API keys of Secure Access',
        credentials: ownedApiKeys(new KeyAdmin(admin)),
      },
    ],
  };
}
