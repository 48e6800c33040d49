import type { Confidence, Severity } from '../../cisco/xdr/ctim.ts';
import { type Disposition, dispositions, type EvidenceConfidence } from '../../config/enrichment.ts';
import type { Severity as SendersSeverity } from '../../events/severity.ts';
import { surestOf } from '../precedence.ts';
import type { VerdictDecision } from '../verdict-decision.ts';

/** How bad something is in XDR, from least to worst. */
const orderOfSeverities = [
  'Info',
  'Low',
  'Medium',
  'High',
  'Critical',
] as const satisfies readonly Severity[];

type OrderedSeverity = (typeof orderOfSeverities)[number];

const severityOfSender: Record<SendersSeverity, OrderedSeverity> = {
  informational: 'Info',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/** How sure XDR is told that we are. */
export const confidenceInXdr: Record<EvidenceConfidence, Confidence> = {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

/** What a verdict says, and how surely. Nobody knows what has none. */
export interface Finding {
  readonly disposition: Disposition;
  readonly confidence: EvidenceConfidence;
}

export function findingOf({ verdict }: Pick<VerdictDecision, 'verdict'>): Finding {
  return verdict ?? { disposition: 'unknown', confidence: 'none' };
}

/** The worst of some verdicts, as sure as the surest of those that say it. */
export function worstFinding(decisions: readonly Pick<VerdictDecision, 'verdict'>[]): Finding {
  const findings = decisions.map(findingOf);
  const disposition =
    dispositions.find((one) => findings.some((finding) => finding.disposition === one)) ?? 'unknown';
  const sameFindings = findings.filter((finding) => finding.disposition === disposition);
  return { disposition, confidence: surestOf(sameFindings.map(({ confidence }) => confidence)) };
}

/** How bad it is by the verdict alone: evidence that is not sure counts one step less. */
export function severityOfFinding({ disposition, confidence }: Finding): OrderedSeverity {
  const isSure = confidence === 'high' || confidence === 'medium';
  switch (disposition) {
    case 'malicious':
      return isSure ? 'High' : 'Medium';
    case 'suspicious':
      return isSure ? 'Medium' : 'Low';
    case 'unknown':
      return 'Low';
    case 'common':
    case 'clean':
      return 'Info';
  }
}

/** How bad an incident is: by its worst verdict, or by its sender where that is worse. */
export function incidentSeverity(finding: Finding, sendersSeverity?: SendersSeverity): Severity {
  const byVerdict = severityOfFinding(finding);
  if (sendersSeverity === undefined) return byVerdict;
  const bySender = severityOfSender[sendersSeverity];
  return orderOfSeverities.indexOf(bySender) > orderOfSeverities.indexOf(byVerdict) ? bySender : byVerdict;
}
