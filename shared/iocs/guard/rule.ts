import type { BlockPlace } from '../../config/block-place.ts';
import type { Severity } from '../../events/severity.ts';
import type { Subject } from './subject.ts';

/** What a rule may need to know beside the indicator: where it would be blocked, and who asks. */
export interface ScreeningContext {
  readonly place: BlockPlace;
  /** How sure the sender is, in percent; it may not say. */
  readonly confidence?: number | undefined;
  readonly severity?: Severity | undefined;
  /** What the connection demands of its sender. */
  readonly minimumConfidence?: number | undefined;
  readonly minimumSeverity?: Severity | undefined;
  /** Hosts of the sender itself, and the domains that its connection ignores. */
  readonly senderHosts?: readonly string[] | undefined;
}

/** `reject`: never block this. `hold`: a person has to decide. */
export type ObjectionDecision = 'reject' | 'hold';

/** What a rule has against an indicator. */
export interface Objection {
  readonly decision: ObjectionDecision;
  /** One word in kebab-case, shown to senders and kept. */
  readonly reason: string;
  /** A sentence for a person who wonders why, at most {@link longestExplanation} characters. */
  readonly explanation: string;
}

/** An indicator may be 2,048 characters long, and the sentences of a whole request share one row. */
export const longestExplanation = 200;

/** One thing that is demanded of every indicator before it may be blocked. */
export interface GuardRule {
  /** What the rule demands, in kebab-case: `public-address`. */
  readonly name: string;
  /**
   * @returns `undefined` when the rule has nothing against the indicator.
   *   A rule that cannot tell throws; the indicator is then held for a person.
   */
  objectTo(subject: Subject, context: ScreeningContext): Objection | undefined;
}
