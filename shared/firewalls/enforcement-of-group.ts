import type { Enforcement } from '../iocs/blocking/block-destination.ts';
import type { GroupUsage, PendingFirewall } from './group-usage.ts';

/**
 * Whether the addresses of a group are blocked. They are if an active rule denies them and each firewall that is
 * concerned has the group as it is written. A rule that permits makes the group unsafe even while it is switched off:
 * the day somebody switches it on, it would open everything in the group.
 */
export function enforcementOfGroup({ rules, pending, unread }: GroupUsage): Enforcement {
  for (const { description, effect } of rules) {
    if (effect.kind !== 'permits') continue;
    const state = effect.isActive ? '' : ' (switched off, but it would open the group when switched on)';
    return {
      kind: 'unsafe',
      reason: `used-by-permit-rule: ${description}${state} lets through what is in this group`,
    };
  }
  // A failure needs a person sooner than a wait does.
  const waiting = pending.find(({ lastFailure }) => lastFailure !== undefined) ?? pending[0];
  if (rules.some(({ effect }) => effect.kind === 'denies')) {
    return waiting ? awaitingDeployment(waiting, pending.length - 1) : { kind: 'enforced' };
  }
  return { kind: 'not-enforced', reason: `not-used: ${whyNotUsed({ rules, unread })}` };
}

function awaitingDeployment(
  { firewall, state, lastFailure }: PendingFirewall,
  howManyMore: number,
): Enforcement {
  const where = howManyMore === 0 ? firewall.name : `${firewall.name} and ${howManyMore} more`;
  const what =
    state === 'unknown'
      ? `whether ${where} has the group as it is written is not known`
      : `the change is not deployed to ${where} yet`;
  const reason =
    lastFailure === undefined
      ? `awaiting-deployment: ${what}`
      : `deployment-failed: ${what}; the last deployment failed: ${lastFailure}`;
  return { kind: 'not-enforced', reason };
}

function whyNotUsed({ rules, unread }: Pick<GroupUsage, 'rules' | 'unread'>): string {
  for (const { description, effect } of rules) {
    if (effect.kind === 'denies-nothing') return `${description} uses this group, but ${effect.because}`;
  }
  const [unknown] = unread;
  return unknown
    ? `no rule that could be read uses this group; the rules of ${unknown.firewall.name} could not be read: ${unknown.because}`
    : 'no rule of a firewall denies this group, so it has no effect yet';
}
