import type { CallHistory } from '#shared/cisco/http/call-history.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { PeopleSettings } from '#shared/config/people.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import type { Clock } from '#shared/time/clock.ts';
import type { Sleep } from '#shared/time/sleep.ts';
import type { FirewallManagerContext } from './places-in-firewall-manager.ts';

/** What it takes to speak to the places that leavers are cut off from. */
export interface PlacesContext {
  readonly configuration: Pick<DeploymentConfiguration, 'organisations'>;
  readonly settings: Pick<PeopleSettings, 'organisations' | 'roamingComputerNames'>;
  /** The calls to the admin API of an organisation so far, which grow with those that are made. */
  readonly historyOf: (organisation: OrganisationName) => CallHistory;
  readonly tokens: {
    readonly platform: (organisation: OrganisationName) => TokenSource;
    readonly secureAccess: (organisation: OrganisationName) => TokenSource;
    readonly firewallManager: FirewallManagerContext['tokensOf'];
  };
  /** Ends every call. */
  readonly signal?: AbortSignal;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Between 0 and 1. */
  readonly random: () => number;
}
