import { z } from 'zod';
import { allClaims, claimsAt, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { textOf } from './fields/texts-of.ts';
import { usualSplunkFields } from './splunk-fields.ts';
import type { WebhookParser } from './webhook-parser.ts';

const notableFields = z.record(z.string(), z.unknown());

const notableSchema = z.union([
  z.object({ result: notableFields, results_link: z.unknown().optional() }),
  notableFields
    .refine((fields) => Object.hasOwn(fields, 'event_id') || Object.hasOwn(fields, 'rule_name'))
    .transform((result) => ({ result, results_link: undefined })),
]);

/** Where a match with threat intelligence stands: it alone is the indicator then, the rest is its surroundings. */
const threatMatchField = 'threat_match_value';

/**
 * A notable event (finding) of Enterprise Security: as the result of an alert action, or its fields alone.
 * @see https://docs.splunk.com/Documentation/ES/latest/User/NotableEventFields
 */
export const splunkEsNotable: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { result, results_link } = matchingBody(notableSchema, json, {
      sender: 'a notable event of Splunk Enterprise Security',
      shape: '{ "result": { "event_id": "…", … } }, or the fields of the notable event alone',
    });
    const matched = connection.indicatorFields ? [] : claimsAt(result, [threatMatchField]);
    const declared = matched.length > 0 ? matched : declaredClaims(result, usualSplunkFields, connection);
    return {
      eventId: textOf(result.event_id),
      source: commentPart(result.rule_title ?? result.rule_name ?? result.search_name),
      ticket: commentPart(result.investigation_id ?? result.notable_xref_id),
      severity: severityOfWord(result.urgency) ?? severityOfWord(result.severity),
      confidence: confidence(result.confidence),
      link: pageLink(results_link),
      occurredAt: instant(result._time),
      ownHosts: hostsOf(results_link),
      ...allClaims(declared, freeTextClaims(connection, [result.rule_title, result.rule_description])),
    };
  },
};
