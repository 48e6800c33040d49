import type { CertifiedDevices } from '../devices/certified-devices.ts';
import type { DeviceNamingRule } from '../devices/device-naming-rule.ts';
import type { DeviceRegistry } from '../devices/device-registry.ts';
import type { Directory } from '../directory.ts';
import type { Groups } from '../groups.ts';
import type { OwnedCredentials } from '../owned-credentials.ts';
import type { ProductAccounts } from '../product-accounts.ts';
import type { Roles } from '../roles.ts';
import type { SessionPlace } from '../sessions/session-place.ts';

/** Where machines have credentials that may depend on a person. */
export interface CredentialPlace {
  /** In the plural: `API keys of Secure Access`. */
  readonly what: string;
  /** `look-by-hand`: nothing there tells a machine whose a credential is. */
  readonly credentials: OwnedCredentials | 'look-by-hand';
}

/** Every place of one organisation that somebody who leaves may be in. What is not configured is left out. */
export interface OffboardingPlaces {
  readonly directory: Directory;
  readonly groups: Groups;
  readonly roles: Roles;
  /** In Firewall Manager. A role is what the product says it is, so that it can be given again. */
  readonly firewallAccounts?: ProductAccounts<string> | undefined;
  readonly vpnSessions?: SessionPlace | undefined;
  /** On the firewalls themselves. */
  readonly firewallVpnSessions?: SessionPlace | undefined;
  readonly certifiedDevices?: CertifiedDevices | undefined;
  /** Only together with a rule that says whose a device is. */
  readonly roamingComputers?:
    | { readonly registry: DeviceRegistry; readonly namingRule: DeviceNamingRule }
    | undefined;
  readonly ownedCredentials: readonly CredentialPlace[];
}
