import type { FirewallManagerRole } from '../../cisco/firewall-manager/roles.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { Directory } from '../directory.ts';
import type { Groups } from '../groups.ts';
import type { ProductAccounts } from '../product-accounts.ts';
import type { Roles } from '../roles.ts';

/** Where somebody who joins gets something, in one organisation. */
export interface OnboardingPlaces {
  readonly organisation: OrganisationName;
  readonly directory: Directory;
  readonly groups: Groups;
  readonly roles: Roles;
  /** Missing where no Firewall Manager is configured. */
  readonly firewallAccounts?: ProductAccounts<FirewallManagerRole> | undefined;
}
