import type { Firewall } from '../../../firewalls/firewall.ts';
import type { RuleUsingGroup } from '../../../firewalls/group-usage.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import type { ListedFirewall } from '../devices/read-firewalls.ts';
import { type AsaAccessRule, asaRulesUsing, readAsaAccessRules } from './asa-access-rules.ts';
import {
  accessRulesPath,
  type CdfmcAccessRule,
  cdfmcRulesUsing,
  readCdfmcAccessRules,
} from './cdfmc-access-rules.ts';
import type { GroupNames } from './group-names.ts';
import { readSharedAccessGroups } from './shared-access-groups.ts';

/** The rules of all firewalls of a tenant, read once. */
export interface GroupRules {
  /** Every rule that names the group, switched on or not. */
  using(group: GroupNames): readonly RuleUsingGroup[];
  /** Firewalls whose rules could not be read. */
  readonly unread: readonly { readonly firewall: Firewall; readonly because: string }[];
}

/**
 * Reads the rules of all ASAs, and those of each access policy of the cloud-delivered Firewall Management Center that
 * an FTD has. What other managers keep cannot be read.
 */
export async function readGroupRules(
  client: FirewallManagerClient,
  firewalls: readonly ListedFirewall[],
): Promise<GroupRules> {
  const asas = firewalls.filter(({ kind }) => kind === 'asa');
  const asaRules = asas.length === 0 ? [] : await readAsaAccessRules(client);
  const firewallsOf = await ruleFirewalls(client, asaRules, asas);

  const policies: { rules: readonly CdfmcAccessRule[]; assigned: readonly ListedFirewall[] }[] = [];
  for (const [path, assigned] of Map.groupBy(firewalls, policyPath)) {
    if (path) policies.push({ rules: await readCdfmcAccessRules(client, path), assigned });
  }
  return {
    using: (group) => [
      ...asaRulesUsing(group, asaRules, firewallsOf),
      ...policies.flatMap(({ rules, assigned }) => cdfmcRulesUsing(group, rules, assigned)),
    ],
    unread: firewalls.flatMap((firewall) => {
      const because = whyUnread(firewall);
      return because === undefined ? [] : [{ firewall, because }];
    }),
  };
}

function policyPath({ kind, accessPolicyLink }: ListedFirewall): string | undefined {
  return kind === 'cdfmc-managed-ftd' ? accessRulesPath(accessPolicyLink ?? '') : undefined;
}

function whyUnread(firewall: ListedFirewall): string | undefined {
  if (firewall.kind === 'other') return 'Firewall Manager does not have them';
  if (firewall.kind === 'asa' || policyPath(firewall)) return undefined;
  return 'Firewall Manager does not say which access policy it has';
}

/** Where a rule stands. Shared access groups are read only if there is a rule that names no firewall. */
async function ruleFirewalls(
  client: FirewallManagerClient,
  rules: readonly AsaAccessRule[],
  asas: readonly ListedFirewall[],
): Promise<(rule: AsaAccessRule) => readonly ListedFirewall[]> {
  const byUid = new Map<string, ListedFirewall>(asas.map((asa) => [asa.uid, asa]));
  const isShared = ({ entityUid }: AsaAccessRule) => !entityUid || !byUid.has(entityUid);
  const shared = rules.some(isShared) ? await readSharedAccessGroups(client) : new Map<string, string[]>();
  return (rule) => {
    const { entityUid, sharedAccessGroupUid } = rule;
    const uids = isShared(rule)
      ? [entityUid, sharedAccessGroupUid].flatMap((uid) => (uid ? (shared.get(uid) ?? []) : []))
      : [entityUid];
    return [...new Set(uids)].flatMap((uid) => (uid ? (byUid.get(uid) ?? []) : []));
  };
}
