import type { ObjectionDecision } from '../rule.ts';

/** A published list as the guard uses it. */
export interface GuardList {
  /** Its key in `guard.lists` of the configuration. */
  readonly name: string;
  /** What becomes of an indicator that is on it. */
  readonly decision: ObjectionDecision;
  readonly names: readonly string[];
  /** Networks and single addresses. */
  readonly networks: readonly string[];
}
