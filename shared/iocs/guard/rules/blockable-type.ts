import { type BlockPlace, typesHeldAt, typesWithoutEffectAt } from '../../../config/block-place.ts';
import type { GuardRule } from '../rule.ts';

/** Demands a type that the destination can hold, and that has an effect there. */
export const blockableType: GuardRule = {
  name: 'blockable-type',
  objectTo({ indicator: { type } }, { place }) {
    if (!typesHeldAt[place].has(type)) {
      return {
        decision: 'reject',
        reason: 'unsupported-type',
        explanation: `${whatHolds(place)}, and nothing of the type ${type}.`,
      };
    }
    if (!typesWithoutEffectAt[place].has(type)) return undefined;
    return {
      decision: 'reject',
      reason: `no-effect-on-${place}`,
      explanation: `A block list of ${place} takes the type ${type} and then does nothing with it.`,
    };
  },
};

function whatHolds(place: BlockPlace): string {
  return place === 'network-group'
    ? 'Network groups hold addresses, networks and domains'
    : 'Destination lists hold domains, URLs, addresses and networks';
}
