import { z } from 'zod';
import type { FirewallUid } from '../../../firewalls/firewall.ts';
import type { RuleEffect, RuleUsingGroup } from '../../../firewalls/group-usage.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import type { ListedFirewall } from '../devices/read-firewalls.ts';
import { readPages } from '../read-pages.ts';
import type { GroupNames } from './group-names.ts';

/** Largest page of rules. */
const largestPage = 200;

const words = z.string().nullish().catch(undefined);

/** A network that cannot be read may name a group, so that makes the whole answer unreadable. */
const networkSchema = z.object({
  uid: z.string().nullish(),
  name: z.string().nullish(),
  elements: z.array(z.string()).nullish(),
});

const ruleSchema = z.object({
  entityUid: words,
  sharedAccessGroupUid: words,
  index: z.number().optional().catch(undefined),
  isActiveRule: z.boolean().nullish(),
  ruleAction: words,
  ruleTimeRange: z.unknown().optional(),
  issues: z.array(z.object({ issueType: words })).nullish(),
  sourceNetwork: networkSchema.nullish(),
  destinationNetwork: networkSchema.nullish(),
});

export type AsaAccessRule = z.infer<typeof ruleSchema>;

/**
 * Every access rule of every ASA: `GET /v1/policies/asa/accessrules`. It is not narrowed down by a query: a permit
 * rule that a query misses would open what is to be blocked.
 * @throws GiveUp when the rules cannot be understood
 */
export function readAsaAccessRules(client: FirewallManagerClient): Promise<AsaAccessRule[]> {
  return readPages(client, 'v1/policies/asa/accessrules', ruleSchema, largestPage);
}

/** The rules that name the group; pure. */
export function asaRulesUsing(
  group: GroupNames,
  rules: readonly AsaAccessRule[],
  firewallsOf: (rule: AsaAccessRule) => readonly ListedFirewall[],
): RuleUsingGroup[] {
  return rules.flatMap((rule) => {
    const isUsing = [rule.sourceNetwork, rule.destinationNetwork].some(
      (network) => network && group.areIn(network),
    );
    if (!isUsing) return [];
    const firewalls = firewallsOf(rule);
    const firewallUids: FirewallUid[] = firewalls.map(({ uid }) => uid);
    return [{ description: describe(rule, firewalls), effect: effectOf(rule), firewallUids }];
  });
}

/** What is not said is read so that nothing counts as denied by mistake. */
function effectOf({ ruleAction, isActiveRule, issues, ruleTimeRange }: AsaAccessRule): RuleEffect {
  if (ruleAction !== 'DENY') return { kind: 'permits', isActive: isActiveRule !== false };
  const nothing = (because: string): RuleEffect => ({ kind: 'denies-nothing', because });
  if (isActiveRule !== true) return nothing('it is not active');
  if (issues?.some(({ issueType }) => issueType === 'SHADOWED'))
    return nothing('a rule above it is met first');
  if (ruleTimeRange) return nothing('it holds only at certain times');
  return { kind: 'denies' };
}

function describe({ index, ruleAction }: AsaAccessRule, firewalls: readonly ListedFirewall[]): string {
  const where = firewalls.map(({ name }) => name).join(', ') || 'a firewall that is not in the inventory';
  return `${ruleAction?.toLowerCase() ?? 'access'} rule ${index ?? ''} on ${where}`.replaceAll('  ', ' ');
}
