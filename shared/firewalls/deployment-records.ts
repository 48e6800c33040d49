import type { NonEmptyArray } from '../non-empty.ts';
import type { Deployment } from './deployment.ts';
import type { FirewallUid } from './firewall.ts';

/** Where the last deployment of each firewall is written down. */
export interface DeploymentRecords {
  /** The last one of each of these firewalls that has one, by the uid of the firewall. */
  latestOf(firewallUids: readonly FirewallUid[]): Promise<ReadonlyMap<FirewallUid, Deployment>>;
  /** All that may still be under way, whatever the firewall: the state is `asked` or `running`. */
  underWay(): Promise<readonly Deployment[]>;
  /**
   * Writes down that these are asked for, all or none.
   * @param instead the last deployments as they were read; a firewall without one is missing
   * @returns false, and nothing is written, when another run was faster at one of the firewalls
   */
  begin(
    deployments: NonEmptyArray<Deployment>,
    instead: ReadonlyMap<FirewallUid, Deployment>,
  ): Promise<boolean>;
  /** Writes down how one that is under way went on. Nothing changes when a later one was begun meanwhile. */
  goOn(deployment: Deployment): Promise<void>;
}
