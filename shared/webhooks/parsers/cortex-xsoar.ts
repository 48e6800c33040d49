import { z } from 'zod';
import { allClaims, type Claims, declaredClaims, noneUsable } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfNumber } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

const indicatorSchema = z.object({
  value: z.string(),
  indicator_type: softField(textOf),
  score: z.unknown().optional(),
});

const incidentSchema = z.object({
  id: z.union([z.string(), z.number()]),
  name: softField(commentPart),
  details: softField(textOf),
  // 0.5 is informational, 1 low, 2 medium, 3 high, 4 critical.
  severity: softField((severity) => severityOfNumber(severity, [1, 2, 3, 4])),
  occurred: softField(instant),
  link: z.unknown().optional(),
  indicators: z.array(indicatorSchema).nullish(),
  CustomFields: z.unknown().optional(),
});

/** What XSOAR calls the types that can be blocked or looked up; accounts, CVEs and the like are not indicators here. */
const networkTypes: ReadonlySet<string> = new Set(['ip', 'ipv6', 'cidr', 'domain', 'domainglob', 'url']);
const fileType = /^file\b/;

/** `score` of an indicator: 0 unknown, 1 good, 2 suspicious, 3 bad. */
const badScore = 3;

/**
 * An incident of Cortex XSOAR with its `indicators`, as a playbook posts it. An incident's indicators are all that was
 * seen in it, the company's own names too: only those rated bad, or not rated at all, are taken.
 * @see https://xsoar.pan.dev/docs/integrations/dbot
 */
export const cortexXsoar: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const incident = matchingBody(incidentSchema, json, {
      sender: 'an incident of Cortex XSOAR',
      shape:
        '{ "id": "…", "name": "…", "indicators": [ { "value": "…", "indicator_type": "…", "score": 3 } ] }',
    });
    const indicators = (incident.indicators ?? []).filter(isNetworkOrFile);
    const isTaken = ({ score }: z.infer<typeof indicatorSchema>) =>
      score === undefined || score === null || Number(score) >= badScore;
    return {
      source: incident.name,
      ticket: commentPart(incident.id),
      severity: incident.severity,
      link: pageLink(incident.link),
      occurredAt: incident.occurred,
      ownHosts: hostsOf(incident.link),
      ...allClaims(
        claimsOf(indicators.filter(isTaken)),
        noneUsable(claimsOf(indicators.filter((indicator) => !isTaken(indicator))), 'not-rated-bad'),
        declaredClaims(incident.CustomFields, [], connection),
        freeTextClaims(connection, [incident.name, incident.details]),
      ),
    };
  },
};

function isNetworkOrFile({ indicator_type = '' }: z.infer<typeof indicatorSchema>): boolean {
  const type = indicator_type.toLowerCase();
  return type === '' || networkTypes.has(type) || fileType.test(type);
}

function claimsOf(indicators: readonly { readonly value: string }[]): Claims {
  return { values: indicators.map(({ value }) => ({ value })), unusable: [] };
}
