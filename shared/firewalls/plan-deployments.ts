import { chunksOf, type NonEmptyArray } from '../non-empty.ts';
import type { DeployPolicy } from './deploy-policy.ts';
import { type Deployment, isUnderWay } from './deployment.ts';
import type { Firewall, FirewallUid } from './firewall.ts';
import type { GroupUsage, PendingFirewall } from './group-usage.ts';
import { nextDeploymentAt } from './next-deployment-at.ts';

/** Why nothing is deployed to a firewall now although a change of ours is pending there. */
export type WaitingBecause =
  | { readonly kind: 'switched-off' }
  | { readonly kind: 'under-way' }
  /** The last deployment was too short a time ago, or others failed before it. */
  | { readonly kind: 'not-before'; readonly at: Date }
  /** Changes come to it from where it is managed. */
  | { readonly kind: 'deployed-elsewhere' }
  /** It is not known whether it lacks anything. */
  | { readonly kind: 'state-unknown' }
  /** No rule there is known to deny the group: to deploy could open what it is to block, or do nothing. */
  | { readonly kind: 'no-deny-rule' }
  /** To deploy would let through what is in the group. */
  | { readonly kind: 'permit-rule'; readonly rule: string };

export interface WaitingFirewall {
  readonly pending: PendingFirewall;
  readonly because: WaitingBecause;
}

export interface DeploymentPlan {
  /** Each is one deployment. */
  readonly deployments: readonly NonEmptyArray<PendingFirewall>[];
  readonly waiting: readonly WaitingFirewall[];
}

/**
 * What is to be deployed now. Firewalls that can be deployed together share as few deployments as possible; one that
 * had its deployment a short time ago waits, so that what is changed meanwhile goes together.
 */
export function planDeployments(
  usages: readonly GroupUsage[],
  latest: ReadonlyMap<FirewallUid, Deployment>,
  {
    policy,
    mostFirewallsPerDeployment,
    now,
  }: { policy: DeployPolicy; mostFirewallsPerDeployment: number; now: Date },
): DeploymentPlan {
  const ready: PendingFirewall[] = [];
  const waiting: WaitingFirewall[] = [];
  for (const pending of pendingFirewalls(usages)) {
    const because =
      whyNever(pending, usages, policy) ?? whyNotNow(latest.get(pending.firewall.uid), policy, now);
    if (because) waiting.push({ pending, because });
    else ready.push(pending);
  }
  const isAlone = ({ firewall }: PendingFirewall) => firewall.deployed === 'alone';
  return {
    deployments: [
      ...chunksOf(ready.filter(isAlone), 1),
      ...chunksOf(
        ready.filter((pending) => !isAlone(pending)),
        mostFirewallsPerDeployment,
      ),
    ],
    waiting,
  };
}

/** Each once, whichever groups wait for it. */
function pendingFirewalls(usages: readonly GroupUsage[]): PendingFirewall[] {
  const byUid = new Map<FirewallUid, PendingFirewall>();
  for (const pending of usages.flatMap((usage) => usage.pending)) {
    const known = byUid.get(pending.firewall.uid);
    if (known?.state !== 'changes-pending') byUid.set(pending.firewall.uid, pending);
  }
  return [...byUid.values()];
}

function whyNever(
  { firewall, state }: PendingFirewall,
  usages: readonly GroupUsage[],
  policy: DeployPolicy,
): WaitingBecause | undefined {
  if (policy.deploy === 'never') return { kind: 'switched-off' };
  if (firewall.deployed === 'elsewhere') return { kind: 'deployed-elsewhere' };
  const waitingHere = usages.filter(({ pending }) =>
    pending.some((other) => isSame(other.firewall, firewall)),
  );
  const rules = waitingHere.flatMap((usage) => usage.rules);
  const permit = rules.find(({ effect }) => effect.kind === 'permits');
  if (permit) return { kind: 'permit-rule', rule: permit.description };
  const isDeniedHere = rules.some(
    ({ effect, firewallUids }) => effect.kind === 'denies' && firewallUids.includes(firewall.uid),
  );
  if (!isDeniedHere) return { kind: 'no-deny-rule' };
  return state === 'unknown' ? { kind: 'state-unknown' } : undefined;
}

function whyNotNow(
  last: Deployment | undefined,
  policy: DeployPolicy,
  now: Date,
): WaitingBecause | undefined {
  if (!last || policy.deploy === 'never') return undefined;
  if (isUnderWay(last)) return { kind: 'under-way' };
  const at = nextDeploymentAt(last, policy.atMostEveryMinutes);
  return now < at ? { kind: 'not-before', at } : undefined;
}

function isSame(one: Firewall, other: Firewall): boolean {
  return one.uid === other.uid;
}
