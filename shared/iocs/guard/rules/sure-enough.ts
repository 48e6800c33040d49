import type { GuardRule } from '../rule.ts';

/** Demands that the sender is as sure as its connection asks. One that does not say how sure it is, is asked about. */
export const sureEnough: GuardRule = {
  name: 'sure-enough',
  objectTo(_indicator, { confidence, minimumConfidence }) {
    if (minimumConfidence === undefined) return undefined;
    if (confidence === undefined) {
      return {
        decision: 'hold',
        reason: 'unknown-confidence',
        explanation: `The sender does not say how sure it is; its connection asks for ${minimumConfidence} percent.`,
      };
    }
    if (confidence >= minimumConfidence) return undefined;
    return {
      decision: 'hold',
      reason: 'low-confidence',
      explanation: `The sender is sure by ${confidence} percent; its connection asks for ${minimumConfidence}.`,
    };
  },
};
