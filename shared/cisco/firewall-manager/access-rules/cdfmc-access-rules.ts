import { z } from 'zod';
import type { RuleEffect, RuleUsingGroup } from '../../../firewalls/group-usage.ts';
import { pathSegment } from '../../http/path-segment.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import type { ListedFirewall } from '../devices/read-firewalls.ts';
import type { GroupNames } from './group-names.ts';

/** Largest page of rules. */
const largestPage = 1_000;

const referenceSchema = z.object({ id: z.string().nullish(), name: z.string().nullish() });
const networksSchema = z.object({ objects: z.array(referenceSchema).nullish() }).nullish();

const ruleSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish().catch(undefined),
  action: z.string().nullish().catch(undefined),
  enabled: z.boolean().nullish(),
  sourceNetworks: networksSchema,
  destinationNetworks: networksSchema,
});

export type CdfmcAccessRule = z.infer<typeof ruleSchema>;

const pageSchema = z.object({
  items: z.array(ruleSchema).default([]),
  paging: z.object({ count: z.int().nonnegative().optional() }).optional(),
});

/** The end of a link to an access policy; the host is not taken from it. */
const policyLink = /\/fmc_config\/v1\/domain\/([\w-]+)\/policy\/accesspolicies\/([\w-]+)\/?$/;

/**
 * The path under which the rules of an access policy are read.
 * @param link as the inventory gives it; nothing comes back for one of another form
 */
export function accessRulesPath(link: string): string | undefined {
  const [, domain, policy] = policyLink.exec(link) ?? [];
  if (domain === undefined || policy === undefined) return undefined;
  const base = `v1/cdfmc/api/fmc_config/v1/domain/${pathSegment(domain)}`;
  return `${base}/policy/accesspolicies/${pathSegment(policy)}/accessrules`;
}

/**
 * Every rule of an access policy of the cloud-delivered Firewall Management Center, whose own API is reached through
 * Firewall Manager's.
 * @throws GiveUp when the rules cannot be understood
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export async function readCdfmcAccessRules(
  client: FirewallManagerClient,
  path: string,
): Promise<CdfmcAccessRule[]> {
  const read: CdfmcAccessRule[] = [];
  for (;;) {
    const call = {
      method: 'GET',
      path: `${path}?limit=${largestPage}&offset=${read.length}&expanded=true`,
      repetition: 'repeatable',
      expected: [200],
    } as const;
    const { items, paging } = await client.send(call, pageSchema);
    read.push(...items);
    if (items.length === 0 || read.length >= (paging?.count ?? Number.POSITIVE_INFINITY)) return read;
  }
}

/** The rules that name the group; pure. */
export function cdfmcRulesUsing(
  group: GroupNames,
  rules: readonly CdfmcAccessRule[],
  firewalls: readonly ListedFirewall[],
): RuleUsingGroup[] {
  const where = firewalls.map(({ name }) => name).join(', ');
  return rules.flatMap((rule) => {
    const networks = [rule.sourceNetworks, rule.destinationNetworks].flatMap((side) => side?.objects ?? []);
    if (!networks.some(({ id, name }) => group.areIn({ uid: id, name }))) return [];
    const description = `rule "${rule.name ?? rule.id}" on ${where}`;
    return [{ description, effect: effectOf(rule), firewallUids: firewalls.map(({ uid }) => uid) }];
  });
}

/** What is not said is read so that nothing counts as denied by mistake. */
function effectOf({ action, enabled }: CdfmcAccessRule): RuleEffect {
  switch (action) {
    case 'BLOCK':
    case 'BLOCK_RESET':
      return enabled === true
        ? { kind: 'denies' }
        : { kind: 'denies-nothing', because: 'it is switched off' };
    case 'MONITOR':
      return { kind: 'denies-nothing', because: 'it only watches' };
    case 'BLOCK_INTERACTIVE':
    case 'BLOCK_RESET_INTERACTIVE':
      return { kind: 'denies-nothing', because: 'people may click it away' };
    default:
      return { kind: 'permits', isActive: enabled !== false };
  }
}
