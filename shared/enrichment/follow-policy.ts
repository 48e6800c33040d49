import { blockableTypes } from '../config/block-place.ts';
import {
  type ConnectionEnrichment,
  type EnrichmentAction,
  evidenceConfidences,
} from '../config/enrichment.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { Verdict } from './verdict.ts';
import type { ResponseOutcome, VerdictDecision } from './verdict-decision.ts';

type Policy = Pick<ConnectionEnrichment, 'policy' | 'responses'>;
type PolicyRule = Policy['policy'][number];

/**
 * What follows from a verdict; pure. The first rule that fits decides. What no destination list takes is blocked by the
 * first response action that is configured for its type, and cannot be held.
 */
export function followPolicy(
  indicator: Indicator,
  verdict: Verdict | undefined,
  { policy, responses }: Policy,
): Pick<VerdictDecision, 'action' | 'because' | 'response'> {
  if (!verdict) {
    return { action: 'none', because: `XDR has no verdicts on indicators of the type ${indicator.type}.` };
  }
  const index = policy.findIndex((rule) => fits(rule, indicator, verdict));
  const rule = policy[index];
  if (!rule) {
    return {
      action: 'none',
      because: `No rule of the policy fits a ${verdict.disposition} ${indicator.type}.`,
    };
  }
  const because = `Rule ${index + 1} of the policy: ${verdict.disposition} ${indicator.type}, ${rule.action}`;
  if (isForLists(rule.action) && !blockableTypes.has(indicator.type)) {
    return withoutList(indicator, rule.action, because, responses);
  }
  return { action: rule.action, because: `${because}.` };
}

function withoutList(
  { type }: Indicator,
  action: EnrichmentAction,
  because: string,
  responses: Policy['responses'],
): Pick<VerdictDecision, 'action' | 'because' | 'response'> {
  const nothing = `${because}. No destination list takes the type ${type}`;
  if (action === 'hold') return { action: 'none', because: `${nothing}, so there is nothing to hold.` };
  const configured = responses.find(({ types }) => types.includes(type));
  if (!configured) {
    return { action: 'none', because: `${nothing}, and the connection has no response for it.` };
  }
  const { moduleInstanceId, actionId } = configured;
  const response: ResponseOutcome = { moduleInstanceId, actionId, result: 'ordered' };
  return { action, because: `${because} by the response ${actionId}.`, response };
}

function isForLists(action: EnrichmentAction): boolean {
  return action === 'block' || action === 'hold';
}

function fits(rule: PolicyRule, { type }: Indicator, verdict: Verdict): boolean {
  return (
    rule.dispositions.includes(verdict.disposition) &&
    (rule.types?.includes(type) ?? true) &&
    evidenceConfidences.indexOf(verdict.confidence) >= evidenceConfidences.indexOf(rule.minimumConfidence) &&
    verdict.agreeingModules >= rule.minimumModules
  );
}
