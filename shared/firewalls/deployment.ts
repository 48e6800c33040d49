import type { FirewallUid } from './firewall.ts';

/**
 * The last deployment of ours to one firewall.
 *
 * It is asked for (written down before the call), runs (the vendor named it), and ends: done, or failed. One whose
 * start was never confirmed, or that nobody can tell the end of, is lost; what it was to deploy is then still pending
 * and is deployed with the next.
 */
export interface Deployment {
  readonly firewallUid: FirewallUid;
  /** The same for all firewalls of one call. We choose it; it stands in the vendor's records where those take a text. */
  readonly deploymentId: string;
  readonly askedAt: Date;
  /** How many deployments to this firewall failed one after the other before this one. */
  readonly failuresBefore: number;
  readonly state: DeploymentState;
}

export type DeploymentState =
  | { readonly kind: 'asked' }
  /** `reference` is the vendor's name of it. */
  | { readonly kind: 'running'; readonly reference: string }
  | { readonly kind: 'done'; readonly endedAt: Date }
  | { readonly kind: 'failed'; readonly endedAt: Date; readonly reason: string }
  | { readonly kind: 'lost'; readonly noticedAt: Date };

/** Whether a deployment may still change something. */
export function isUnderWay({ state }: Deployment): boolean {
  return state.kind === 'asked' || state.kind === 'running';
}
