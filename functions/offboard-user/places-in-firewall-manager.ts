import {
  type ApiTokenSource,
  firewallManagerClient,
} from '#shared/cisco/firewall-manager/authorised-client.ts';
import { firewallManagerBaseUrl } from '#shared/cisco/firewall-manager/base-url.ts';
import { firewallManagerUsers } from '#shared/cisco/firewall-manager/users.ts';
import { firewallVpnSessions } from '#shared/cisco/firewall-manager/vpn/firewall-vpn-sessions.ts';
import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import type { OffboardingPlaces } from '#shared/people/offboarding/offboarding-places.ts';
import type { Clock } from '#shared/time/clock.ts';
import type { Sleep } from '#shared/time/sleep.ts';

export interface FirewallManagerContext {
  readonly http: HttpClient;
  readonly tokensOf: (organisation: OrganisationName) => ApiTokenSource;
  readonly clock: Clock;
  readonly sleep: Sleep;
}

/** The account in Firewall Manager and the VPN sessions on its firewalls; nothing where it is not configured. */
export function placesInFirewallManager(
  name: OrganisationName,
  { firewallManager }: Organisation,
  { http, tokensOf, clock, sleep }: FirewallManagerContext,
): Pick<OffboardingPlaces, 'firewallAccounts' | 'firewallVpnSessions'> {
  if (!firewallManager) return {};
  const baseUrl = firewallManagerBaseUrl(firewallManager);
  const client = firewallManagerClient({ http, tokens: tokensOf(name), baseUrl });
  return {
    firewallAccounts: firewallManagerUsers(client),
    firewallVpnSessions: firewallVpnSessions({ client, clock, sleep }),
  };
}
