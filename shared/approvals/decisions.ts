import type { NonEmptyArray } from '../non-empty.ts';
import type { RequestId } from '../requests/request-id.ts';
import type { PartDecision } from './decision.ts';

/** Most parts about which one call of {@link Decisions.record} decides: what one transaction of the table takes. */
export const mostPartsDecidedTogether = 100;

/** Where the decisions of people are kept. */
export interface Decisions {
  /** What was decided about a part; consistent. */
  find(requestId: RequestId, part: number): Promise<PartDecision | undefined>;
  /**
   * Records all of them or, when somebody decided about any of the parts before or at this moment, none:
   * the first decision stands.
   * @param decisions at most {@link mostPartsDecidedTogether}
   */
  record(decisions: NonEmptyArray<PartDecision>): Promise<'recorded' | 'contested'>;
  /** Notes that the commands of approved parts are on the bus. */
  markPublished(requestId: RequestId, parts: NonEmptyArray<number>, at: Date): Promise<void>;
}
