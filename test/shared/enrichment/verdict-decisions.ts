import type { Disposition, EvidenceConfidence } from '#shared/config/enrichment.ts';
import type { VerdictDecision } from '#shared/enrichment/verdict-decision.ts';
import { indicatorSchema } from '#shared/iocs/indicator.ts';

/** A decision to open an incident, with what matters in a test. */
export function incidentDecision(
  value: string,
  {
    type = 'domain',
    disposition = 'malicious',
    confidence = 'high',
    reason = 'phishing kit',
  }: {
    type?: VerdictDecision['type'];
    disposition?: Disposition;
    confidence?: EvidenceConfidence;
    reason?: string;
  } = {},
): VerdictDecision {
  const at = '2026-01-01T08:00:00.000Z';
  return {
    ...indicatorSchema.parse({ type, value }),
    action: 'incident',
    because: 'rule 1 of the policy',
    investigateUrl: 'https://xdr.us.security.cisco.com/investigate?q=x',
    verdict: {
      disposition,
      confidence,
      agreeingModules: 1,
      because: 'the only module that knows it',
      evidence: [{ module: 'Reputation Feed', moduleInstanceId: 'm-1', disposition, confidence, reason }],
      failures: [],
      at,
      validUntil: at,
    },
  };
}
