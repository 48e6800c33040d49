import { type Firewall, firewallUidSchema } from '#shared/firewalls/firewall.ts';
import type {
  GroupUsage,
  PendingFirewall,
  RuleEffect,
  RuleUsingGroup,
} from '#shared/firewalls/group-usage.ts';

/** A firewall whose uid ends with the number. */
export function buildFirewall(number: number, deployed: Firewall['deployed'] = 'with-others'): Firewall {
  const uid = `7131daad-1c6b-4c1f-9b8e-${String(number).padStart(12, '0')}`;
  return { uid: firewallUidSchema.parse(uid), name: `fw-${number}`, deployed };
}

export function buildRule(effect: RuleEffect, ...firewalls: readonly Firewall[]): RuleUsingGroup {
  const description = `rule 1 on ${firewalls.map(({ name }) => name).join(', ')}`;
  return { description, effect, firewallUids: firewalls.map(({ uid }) => uid) };
}

export function buildPending(firewall: Firewall, others: Partial<PendingFirewall> = {}): PendingFirewall {
  return { firewall, state: 'changes-pending', otherChanges: { kind: 'listed', changes: [] }, ...others };
}

export function buildUsage(usage: Partial<GroupUsage>): GroupUsage {
  return { rules: [], pending: [], unread: [], ...usage };
}
