import type { Firewall } from './firewall.ts';
import type { OtherChanges } from './group-usage.ts';

/**
 * The last deployment of ours to one firewall.
 *
 * It is asked for (written down before the call), runs (the vendor named it), and ends: done, or failed. One whose
 * start was never confirmed, or whose end nobody can tell, is lost; what it was to deploy is then still pending and
 * goes with the next.
 */
export interface Deployment {
  readonly firewall: Firewall;
  /** The same for all firewalls of one call. We choose it; it stands in the vendor's records where those take a text. */
  readonly deploymentId: string;
  readonly askedAt: Date;
  /** What others had pending there, and what so went with it. */
  readonly otherChanges: OtherChanges;
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

/** How many deployments failed in a row up to this one. */
export function failuresUpTo({ failuresBefore, state }: Deployment): number {
  return state.kind === 'failed' ? failuresBefore + 1 : 0;
}
