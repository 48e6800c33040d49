import type { PartEnrichment } from '../enrichment/part-enrichment.ts';
import type { VerdictDecision } from '../enrichment/verdict-decision.ts';
import { indicatorKey } from '../iocs/indicator.ts';
import type { FollowingBlock } from './following-blocks.ts';

/** An indicator with its verdict, what the policy makes of it, and what came of that. */
export interface JudgedIndicator extends VerdictDecision {
  /** `judged`: what follows is being done. `enriched`: it was done. `failed`: not all of it was, and the reason says what. */
  readonly status: 'judged' | 'enriched' | 'failed';
  readonly reason?: string;
  /** On which lists it is blocked or held, where the policy says so. */
  readonly blocks?: readonly FollowingBlock[];
}

/** The indicators of an enriched part; pure. */
export function judgedIndicators(
  { state, decisions }: Pick<PartEnrichment, 'state' | 'decisions'>,
  blocks: ReadonlyMap<string, readonly FollowingBlock[]>,
): JudgedIndicator[] {
  return decisions.map((decision) => {
    const following = blocks.get(indicatorKey(decision));
    const { type, value, verdict, ...followed } = decision;
    return {
      type,
      value,
      ...standing(decision, state),
      ...(verdict && { verdict }),
      ...followed,
      ...(following !== undefined && { blocks: following }),
    };
  });
}

function standing(
  { response }: VerdictDecision,
  state: PartEnrichment['state'],
): Pick<JudgedIndicator, 'status' | 'reason'> {
  // Not even "unknown" passes for success: nobody has seen that the action took effect.
  if (response !== undefined && response.result !== 'done' && response.result !== 'ordered') {
    return { status: 'failed', reason: `response-${response.result}` };
  }
  return { status: state === 'done' ? 'enriched' : 'judged' };
}
