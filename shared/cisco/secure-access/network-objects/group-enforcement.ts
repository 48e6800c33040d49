import type { Enforcement } from '../../../iocs/blocking/block-destination.ts';
import { type AccessRule, readAccessRules } from '../access-rules.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import type { NetworkObjectGroup } from './network-object-group.ts';
import { groupIdsAround, type RuleUsingGroup, rulesUsingGroups } from './rules-using-group.ts';

/**
 * Reads all access rules, and says what those that name the group, or one that it is in, make of it.
 * @param groups all groups of the organisation
 */
export async function readGroupEnforcement(
  client: AuthorisedClient,
  { id, name }: Pick<NetworkObjectGroup, 'id' | 'name'>,
  groups: readonly NetworkObjectGroup[],
): Promise<Enforcement> {
  const rules: AccessRule[] = [];
  for await (const rule of readAccessRules(client)) rules.push(rule);
  return enforcementOfGroup(name, rulesUsingGroups(rules, groupIdsAround(groups, id)));
}

/**
 * What the access rules make of a group; pure. As with a destination list, a disabled allow rule counts: the day somebody
 * enables it, it would open everything in the group. A block rule counts only where the group is its destination, and
 * for all services: else connections to what is in the group go through.
 */
export function enforcementOfGroup(name: string, rules: readonly RuleUsingGroup[]): Enforcement {
  const opening = rules.find(({ action }) => action !== 'block');
  if (opening) {
    const state = opening.isEnabled ? '' : ' (disabled, but it would open the group when enabled)';
    const reason = `used-by-allow-rule: the ${opening.action} rule "${opening.name}"${state} uses the group ${name} as a ${opening.side}`;
    return { kind: 'unsafe', reason };
  }
  const blocking = rules.filter(
    ({ side, isForServicesOnly }) => side === 'destination' && !isForServicesOnly,
  );
  if (blocking.some(({ isEnabled }) => isEnabled)) return { kind: 'enforced' };
  return { kind: 'not-enforced', reason: whyNotEnforced(name, blocking[0], rules[0]) };
}

/** There is no group yet: it comes with the first entries. */
export function enforcementWithoutGroup(name: string): Enforcement {
  return {
    kind: 'not-enforced',
    reason: `not-used: there is no network object group ${name} in Secure Access yet; it is made with the first block, and blocks nothing until a block rule uses it as a destination`,
  };
}

function whyNotEnforced(
  name: string,
  disabled: RuleUsingGroup | undefined,
  narrow: RuleUsingGroup | undefined,
): string {
  if (disabled) {
    return `block-rule-disabled: the block rule "${disabled.name}" uses the group ${name}, but is disabled`;
  }
  if (!narrow) return `not-used: no access rule uses the group ${name}, so it has no effect yet`;
  const how = narrow.side === 'source' ? 'as a source only' : 'for certain services only';
  return `not-used: the block rule "${narrow.name}" uses the group ${name} ${how}; connections to what is in it need a block rule with the group as a destination, for all services`;
}
