import { severities } from '../../../events/severity.ts';
import type { GuardRule } from '../rule.ts';

/** Demands an alert as severe as its connection asks. One without a severity is asked about. */
export const severeEnough: GuardRule = {
  name: 'severe-enough',
  objectTo(_indicator, { severity, minimumSeverity }) {
    if (minimumSeverity === undefined) return undefined;
    if (severity === undefined) {
      return {
        decision: 'hold',
        reason: 'unknown-severity',
        explanation: `The alert has no severity; its connection asks for ${minimumSeverity} or more.`,
      };
    }
    if (severities.indexOf(severity) >= severities.indexOf(minimumSeverity)) return undefined;
    return {
      decision: 'hold',
      reason: 'low-severity',
      explanation: `The alert is of severity ${severity}; its connection asks for ${minimumSeverity} or more.`,
    };
  },
};
