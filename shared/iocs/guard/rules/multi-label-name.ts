import type { GuardRule } from '../rule.ts';

/** Demands at least two labels: one alone is a machine of the own network, a top-level domain, or no name at all. */
export const multiLabelName: GuardRule = {
  name: 'multi-label-name',
  objectTo({ place }) {
    if (place?.kind !== 'name' || place.parents.length > 0) return undefined;
    return {
      decision: 'reject',
      reason: 'single-label-name',
      explanation: `${place.name} is a machine of somebody's own network, or a whole top-level domain.`,
    };
  },
};
