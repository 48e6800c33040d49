import { z } from 'zod';
import { allClaims, claimsAt, noneUsable } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { fieldAt, fieldsAt } from './fields/field-at.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { servicenowValue } from './fields/servicenow-value.ts';
import { severityOfNumber } from './fields/severity.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

/** Fields of a record, or variables of a catalogue item, that hold indicators. */
const usualFields: readonly string[] = [
  'observables.value',
  'indicators',
  'u_indicators',
  'variables.indicators',
  'variables.indicator',
  'variables.iocs',
];

/** A record is known by its number; the table is told by some senders only. */
const recordSchema = z.looseObject({ number: z.unknown(), sys_id: z.unknown().optional() });

const bodySchema = z.union([
  z.object({ result: recordSchema }).transform(({ result }) => result),
  recordSchema,
]);

/** Values of `approval` with which a request may be carried out; other records have no approval. */
const approvals: ReadonlySet<string> = new Set(['approved', 'not requested', 'not_requested']);

/**
 * A record of ServiceNow (incident, security incident, requested item) as a business rule or flow posts it.
 * A field may be a text or `{ "value", "display_value" }`. What still waits for approval is not taken.
 * @see https://www.servicenow.com/docs/csh?topicname=c_OutboundRESTWebService.html
 */
export const servicenow: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const record = matchingBody(bodySchema, json, {
      sender: 'a record of ServiceNow',
      shape: '{ "number": "…", "short_description": "…", "variables": { … } }',
    });
    const plain = (path: string) => servicenowValue(fieldAt(record, path));
    const claims = allClaims(
      (connection.indicatorFields ?? usualFields)
        .flatMap((path) => fieldsAt(record, path))
        .flatMap((field) => claimsAt({ field: servicenowValue(field) }, ['field'])),
      freeTextClaims(connection, ['short_description', 'description', 'comments', 'work_notes'].map(plain)),
    );
    const isApproved = approvals.has(textOf(plain('approval'))?.toLowerCase() ?? 'approved');
    const link = plain('link');
    return {
      source: commentPart(plain('short_description')) ?? 'ServiceNow',
      ticket: commentPart(plain('number')),
      severity: severityOfPriority(plain('priority')) ?? severityOfPriority(plain('severity')),
      link: pageLink(link),
      occurredAt: instant(plain('opened_at')),
      ownHosts: hostsOf(link),
      ...(isApproved ? claims : noneUsable(claims, 'not-approved')),
    };
  },
};

/** `1`, or `1 - Critical`: 1 is the worst and 5 is planning. */
function severityOfPriority(field: unknown) {
  const digit = /^[1-5]/.exec(textOf(field) ?? '')?.[0];
  return digit === undefined ? undefined : severityOfNumber(6 - Number(digit), [2, 3, 4, 5]);
}
