import { hostOf } from '../indicator-host.ts';
import type { GuardRule } from '../rule.ts';

/** Demands at least two labels: one alone is a machine of the own network, a top-level domain, or no name at all. */
export const multiLabelName: GuardRule = {
  name: 'multi-label-name',
  objectTo(indicator) {
    const host = hostOf(indicator);
    if (host?.kind !== 'name' || host.name.includes('.')) return undefined;
    return {
      decision: 'reject',
      reason: 'single-label-name',
      explanation: `${host.name} is a machine of somebody's own network, or a whole top-level domain.`,
    };
  },
};
