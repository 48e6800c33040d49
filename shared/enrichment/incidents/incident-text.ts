import { plainLine } from '../../approvals/plain-line.ts';
import { dispositions } from '../../config/enrichment.ts';
import { defang, defangText } from '../../iocs/defang.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { EnrichedRequest } from '../enriched-request.ts';
import type { VerdictDecision } from '../verdict-decision.ts';
import { findingOf, worstFinding } from './incident-severity.ts';
import { codeSpan, escapeMarkdown } from './markdown-text.ts';

/** The description may have 5,000 characters: so many indicators, with their reasons, stay below that. */
const mostIndicatorsNamed = 15;
const longestValue = 100;
const longestReason = 120;

/** What people read of an incident. No value in it can be clicked or read as markup. */
export interface IncidentText {
  readonly title: string;
  readonly shortDescription: string;
  /** Markdown. */
  readonly description: string;
}

/**
 * @param decisions the part of the request that opens the incident, the worst first; those of other parts join it as
 *   sightings
 */
export function incidentText(
  request: EnrichedRequest,
  decisions: NonEmptyArray<VerdictDecision>,
): IncidentText {
  const [first, ...others] = decisions;
  const sender = plainLine(defangText(request.source ?? request.connection), 100);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const { disposition } = worstFinding(decisions);
  return {
    title: `${capitalised(disposition)}: ${shownValue(first)}${more}, reported by ${sender}`,
    shortDescription: `${countsOf(decisions)}, reported by ${sender}.`,
    description: [
      `Reported by ${escapeMarkdown(sender)} at ${request.receivedAt.toISOString()}, as the request ${codeSpan(request.requestId)} of the connection ${codeSpan(request.connection)}: ${codeSpan(`GET /requests/${request.requestId}`)} tells all of it.`,
      ...(request.ticket === undefined ? [] : [`Ticket: ${outsideText(request.ticket, 100)}`]),
      ...(request.link === undefined ? [] : [`The sender's page: ${codeSpan(request.link)}`]),
      decisions.slice(0, mostIndicatorsNamed).map(lineOf).join('\n'),
      ...(decisions.length > mostIndicatorsNamed
        ? [`And ${decisions.length - mostIndicatorsNamed} more: each is a sighting of this incident.`]
        : []),
    ].join('\n\n'),
  };
}

/** An indicator as people may read it, cut. */
export function shownValue(decision: VerdictDecision): string {
  return plainLine(defang(decision), longestValue);
}

function lineOf(decision: VerdictDecision): string {
  const { disposition, confidence } = findingOf(decision);
  const [evidence] = decision.verdict?.evidence ?? [];
  const said = evidence
    ? ` ${outsideText(`${evidence.module}: ${evidence.reason ?? 'no reason given'}`, longestReason)}`
    : '';
  return `- ${codeSpan(shownValue(decision))} (${decision.type}): **${disposition}**, confidence ${confidence}.${said}`;
}

function outsideText(text: string, most: number): string {
  return escapeMarkdown(defangText(plainLine(text, most)));
}

/** `2 malicious and 1 suspicious of 3 indicators`. */
function countsOf(decisions: NonEmptyArray<VerdictDecision>): string {
  const said = decisions.map((decision) => findingOf(decision).disposition);
  const counts = dispositions
    .map((disposition) => ({ disposition, count: said.filter((one) => one === disposition).length }))
    .filter(({ count }) => count > 0)
    .map(({ disposition, count }) => `${count} ${disposition}`);
  return `${counts.join(', ')} of ${decisions.length} ${decisions.length === 1 ? 'indicator' : 'indicators'}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
