import type { Enforcement } from '../../iocs/blocking/block-destination.ts';
import type { RuleUsingList } from './access-rules.ts';

/**
 * What the rules make of a list on Secure Access; pure. A list has no direction of its own there.
 * A disabled allow rule counts as well: the day somebody enables it, it would open everything on the list.
 */
export function enforcementByRules(rules: readonly RuleUsingList[]): Enforcement {
  const opening = rules.find((rule) => rule.action !== 'block');
  if (opening) {
    const state = opening.isEnabled ? '' : ' (disabled, but it would open the list when enabled)';
    return {
      kind: 'unsafe',
      reason: `used-by-allow-rule: the ${opening.action} rule "${opening.name}"${state} uses this list`,
    };
  }
  if (rules.some((rule) => rule.isEnabled)) return { kind: 'enforced' };
  const disabled = rules[0];
  return {
    kind: 'not-enforced',
    reason: disabled
      ? `block-rule-disabled: the block rule "${disabled.name}" uses this list, but is disabled`
      : 'no-rule-uses-list: no access rule uses this list, so it has no effect yet',
  };
}

/**
 * What an Umbrella list does: there `access` is its direction, and it applies as soon as a policy selects it.
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-reference-destination-lists-overview
 */
export function enforcementByAccess(access: string | undefined): Enforcement {
  if (access === 'block') return { kind: 'enforced' };
  return {
    kind: 'unsafe',
    reason: `not-a-block-list: the list's access is "${access ?? 'not given'}", it must be "block"`,
  };
}
