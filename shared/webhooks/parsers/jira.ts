import { z } from 'zod';
import { textInDocument } from './fields/atlassian-document.ts';
import { allClaims, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { fieldAt, isJsonObject, type JsonObject } from './fields/field-at.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

/** Members of a body that an automation rule writes; Jira's own fields have numbers, which the connection names. */
const usualFields: readonly string[] = ['indicators', 'indicator', 'iocs'];

const issueSchema = z.looseObject({
  key: z.string(),
  self: z.unknown().optional(),
  fields: softField((fields): JsonObject => (isJsonObject(fields) ? fields : {})),
});

const webhookSchema = z
  .looseObject({
    webhookEvent: softField(textOf),
    timestamp: softField(instant),
    issue: issueSchema,
    comment: z.unknown().optional(),
  })
  .transform(({ issue, ...event }) => ({ event, issue }));

const automationSchema = issueSchema.transform((issue) => ({
  event: { webhookEvent: undefined, timestamp: undefined, comment: undefined },
  issue,
}));

const bodySchema = z.union([webhookSchema, automationSchema], {
  error: 'expected an "issue" with a "key", or a "key"',
});

/**
 * An issue of Jira or Jira Service Management: from a webhook, or from an automation rule ("Issue data", or a body of
 * one's own with `issue` or `key`, and `indicators`). `indicatorFields` name fields of the issue: `customfield_10060`.
 * @see https://developer.atlassian.com/cloud/jira/platform/webhooks/
 */
export const jira: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { event, issue } = matchingBody(bodySchema, json, {
      sender: 'an issue of Jira',
      shape: '{ "issue": { "key": "…", "fields": { … } } } or { "key": "…", "fields": { … } }',
    });
    const { fields } = issue;
    const isDeletion = event.webhookEvent?.endsWith('_deleted') === true;
    const declaredIn = [event, issue, fields];
    return {
      source: commentPart(fields.summary) ?? 'Jira',
      ticket: commentPart(issue.key),
      severity: severityOfWord(fieldAt(fields, 'priority.name')),
      link: browseLink(issue),
      occurredAt: event.timestamp ?? instant(fields.updated ?? fields.created),
      ownHosts: [...hostsOf(issue.self), 'atlassian.com'],
      ...(isDeletion
        ? { values: [] }
        : allClaims(
            declaredIn.flatMap((object) => declaredClaims(object, usualFields, connection)),
            freeTextClaims(connection, [
              fields.summary,
              textInDocument(fields.description),
              textInDocument(fieldAt(event.comment, 'body')),
            ]),
          )),
    };
  },
};

/** The page of the issue, from the address of its API. */
function browseLink({ self, key }: z.infer<typeof issueSchema>): string | undefined {
  const api = pageLink(self);
  return api && pageLink(new URL(`/browse/${encodeURIComponent(key)}`, api).href);
}
