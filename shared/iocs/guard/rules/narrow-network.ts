import type { GuardSettings } from '../../../config/guard.ts';
import type { GuardRule } from '../rule.ts';

/** Demands that a network is no wider than a human decision about it can be. */
export function narrowNetwork(shortestPrefix: GuardSettings['shortestPrefix']): GuardRule {
  return {
    name: 'narrow-network',
    objectTo({ indicator: { type, value } }) {
      if (type !== 'cidr') return undefined;
      const prefixLength = Number(value.slice(value.indexOf('/') + 1));
      const shortest = value.includes(':') ? shortestPrefix.ipv6 : shortestPrefix.ipv4;
      if (prefixLength >= shortest) return undefined;
      return {
        decision: 'reject',
        reason: 'network-too-wide',
        explanation: `${value} is wider than a /${shortest}, the widest network that the configuration allows.`,
      };
    },
  };
}
