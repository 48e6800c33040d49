import type { FirewallUid } from '../../firewalls/firewall.ts';
import type {
  GroupReference,
  GroupToProve,
  GroupUsage,
  GroupUsages,
  RuleUsingGroup,
} from '../../firewalls/group-usage.ts';
import type { Clock } from '../../time/clock.ts';
import { GroupNames } from './access-rules/group-names.ts';
import { readGroupRules } from './access-rules/read-group-rules.ts';
import type { FirewallManagerClient } from './authorised-client.ts';
import { hasCaughtUp, isFreshChange } from './deployments/caught-up.ts';
import { readDeploymentRuns } from './deployments/deployment-runs.ts';
import { readPendingChanges } from './devices/pending-changes.ts';
import { pendingOnFirewall } from './devices/pending-on-firewall.ts';
import { type ListedFirewall, readFirewalls } from './devices/read-firewalls.ts';
import { readContainingGroups } from './objects/containing-groups.ts';
import type { Waiting } from './transactions.ts';

/**
 * What the firewalls of a tenant make of network groups, as Firewall Manager knows it. One look costs a page of devices,
 * of ASA rules (200 each), of deployments (200 each) after a change of the last minutes, and of the rules of each FTD policy (1,000 each), two calls for each group and for each group
 * that contains it, and three or more for each FTD that uses one: what is pending there has to be worked out first.
 */
export function firewallGroupUsages({
  client,
  ...waiting
}: { client: FirewallManagerClient } & Waiting): GroupUsages {
  return {
    async usagesOf(groups) {
      const firewalls = await readFirewalls(client);
      const rules = await readGroupRules(client, firewalls);
      const named = await nameGroups(client, groups);
      const using = new Map(groups.map(({ uid }) => [uid, rules.using(namesOf(uid))]));
      const unread = new Set(rules.unread.map(({ firewall }) => firewall.uid));

      const concerned = [...using.values()].flat().flatMap(({ firewallUids }) => firewallUids);
      const isAsked = ({ uid, kind }: ListedFirewall) =>
        kind === 'cdfmc-managed-ftd' && (unread.has(uid) || concerned.includes(uid));
      const asked = firewalls.filter(isAsked).map(({ uid }) => uid);
      const changes = await readPendingChanges(client, asked, waiting);
      const ours = new GroupNames([...named.values()].flat());
      const isCurrent = await stateCurrency(groups, { client, clock: waiting.clock });

      return new Map(groups.map((group) => [group.uid, usageOf(group)]));

      function namesOf(uid: string): GroupNames {
        return new GroupNames(named.get(uid) ?? []);
      }

      function usageOf({ uid, changedAt }: GroupToProve): GroupUsage {
        const usedBy = using.get(uid) ?? [];
        const pending = firewalls.flatMap((firewall) => {
          const here = {
            changes: changes.get(firewall.uid),
            isUsing: standsOn(usedBy, firewall.uid),
            isStateCurrent: isCurrent(firewall.uid, changedAt),
          };
          return pendingOnFirewall(firewall, here, { group: namesOf(uid), ours });
        });
        return { rules: usedBy, pending, unread: rules.unread };
      }
    },
  };
}

/** Whether the inventory knows a change on a firewall. Deployments are read only after a change of the last minutes. */
async function stateCurrency(
  groups: readonly GroupToProve[],
  { client, clock }: { client: FirewallManagerClient; clock: Clock },
): Promise<(firewallUid: FirewallUid, changedAt: Date | undefined) => boolean> {
  const now = clock.now();
  const isAnyFresh = groups.some(({ changedAt }) => isFreshChange(changedAt, now));
  const runs = isAnyFresh ? await readDeploymentRuns(client) : [];
  return (firewallUid, changedAt) =>
    !isFreshChange(changedAt, now) || hasCaughtUp(firewallUid, changedAt, runs);
}

/** Each group with everything that contains it. */
async function nameGroups(
  client: FirewallManagerClient,
  groups: readonly GroupToProve[],
): Promise<ReadonlyMap<string, readonly GroupReference[]>> {
  const containers = new Map<string, readonly GroupReference[]>();
  for (const group of groups.flatMap(({ memberOf, ...group }) => [group, ...memberOf])) {
    if (!containers.has(group.uid)) containers.set(group.uid, await readContainingGroups(client, group));
  }
  return new Map(
    groups.map(({ memberOf, ...group }) => {
      const known = [group, ...memberOf];
      return [group.uid, [...known, ...known.flatMap(({ uid }) => containers.get(uid) ?? [])]];
    }),
  );
}

function standsOn(rules: readonly RuleUsingGroup[], uid: FirewallUid): boolean {
  return rules.some(({ firewallUids }) => firewallUids.includes(uid));
}
