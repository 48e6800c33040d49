import type { GuardRule } from '../rule.ts';

/** A /16 is 65,536 addresses, a /48 one site: whatever is wider hits bystanders for certain. */
const shortestPrefixLength = { ipv4: 16, ipv6: 48 };

/** Demands that a network is no wider than a human decision about it can be. */
export const narrowNetwork: GuardRule = {
  name: 'narrow-network',
  objectTo({ type, value }) {
    if (type !== 'cidr') return undefined;
    const prefixLength = Number(value.slice(value.indexOf('/') + 1));
    const shortest = value.includes(':') ? shortestPrefixLength.ipv6 : shortestPrefixLength.ipv4;
    return prefixLength < shortest ? { decision: 'reject', reason: 'network-too-wide' } : undefined;
  },
};
