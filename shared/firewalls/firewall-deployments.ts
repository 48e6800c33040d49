import type { NonEmptyArray } from '../non-empty.ts';
import type { Deployment } from './deployment.ts';
import type { Firewall, FirewallUid } from './firewall.ts';

/** How a deployment ended on one firewall. */
export type DeploymentEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** It goes on; patience was over first. */
  | { readonly kind: 'still-running' }
  /** Nobody knows of it any more. */
  | { readonly kind: 'unknown' };

/** What lets changes take effect on firewalls. A deployment takes everything that is pending there with it. */
export interface FirewallDeployments {
  /** Most firewalls in one {@link start}, of those that are deployed with others. */
  readonly mostFirewallsPerDeployment: number;
  /**
   * Starts one deployment, once: to one firewall that is deployed alone, or to some that are deployed with others.
   * @param deploymentId ours, to find it again
   * @returns the vendor's name of it
   * @throws OutcomeUnknown when the answer was lost: it may have been started or not
   * @throws GiveUp when it was refused; ConfigurationProblem when a person must put something right first;
   *   RetryLater when it was certainly not started
   */
  start(firewalls: NonEmptyArray<Firewall>, deploymentId: string): Promise<string>;
  /** The vendor's name of a deployment whose start was not confirmed, where it was started all the same. */
  find(deployment: Deployment): Promise<string | undefined>;
  /**
   * Looks at least once, and until then again, how a deployment ended on these firewalls.
   * @returns the end on each of them
   */
  end(
    reference: string,
    firewallUids: NonEmptyArray<FirewallUid>,
    until: Date,
  ): Promise<ReadonlyMap<FirewallUid, DeploymentEnd>>;
}
