import type { Indicator } from '../../indicator.ts';
import { hostOf } from '../indicator-host.ts';
import type { GuardRule } from '../rule.ts';
import { specialPurposeOf } from '../special-purpose-networks.ts';

/** Demands that an address, a network or the address in a URL is an ordinary one of the internet. */
export const publicAddress: GuardRule = {
  name: 'public-address',
  objectTo(indicator) {
    const subject = indicator.type === 'cidr' ? indicator.value : addressOf(indicator);
    const reason = subject === undefined ? undefined : specialPurposeOf(subject);
    if (reason === undefined) return undefined;
    return {
      decision: 'reject',
      reason,
      explanation: `${subject} is not an ordinary address of the internet: ${reason.replaceAll('-', ' ')}.`,
    };
  },
};

function addressOf(indicator: Indicator): string | undefined {
  const host = hostOf(indicator);
  return host?.kind === 'address' ? host.address : undefined;
}
