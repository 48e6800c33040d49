import type { GuardRule } from '../rule.ts';
import { specialPurposeOf } from '../special-purpose-networks.ts';

/** Demands that an address, a network or the address in a URL is an ordinary one of the internet. */
export const publicAddress: GuardRule = {
  name: 'public-address',
  objectTo({ place }) {
    const reason = place?.kind === 'network' ? specialPurposeOf(place.range) : undefined;
    if (place?.kind !== 'network' || reason === undefined) return undefined;
    return {
      decision: 'reject',
      reason,
      explanation: `${place.network} is no ordinary address of the internet: ${reason.replaceAll('-', ' ')}.`,
    };
  },
};
