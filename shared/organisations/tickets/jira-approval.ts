import { z } from 'zod';
import type { OrganisationSourceOf } from '../../config/organisation-source.ts';
import { plainWord } from '../../people/lifecycle/plain-word.ts';
import { textInDocument } from '../../webhooks/parsers/fields/atlassian-document.ts';
import { fieldAt, isJsonObject, type JsonObject } from '../../webhooks/parsers/fields/field-at.ts';
import { mappedField } from '../../webhooks/parsers/fields/mapped-field.ts';
import { matchingBody } from '../../webhooks/parsers/fields/matching-body.ts';
import { softField } from '../../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';
import type { TicketApproval } from './ticket-approval.ts';

const webhookSchema = z.object({
  webhookEvent: softField(textOf),
  issue: z.object({
    key: z.string().min(1),
    fields: softField((fields): JsonObject => (isJsonObject(fields) ? fields : {})),
  }),
});

/**
 * A ticket of Jira Service Management, as its webhook or an automation rule posts it. A status says whether it is
 * approved.
 * @throws RefusedInput when the body is no ticket
 * @see https://developer.atlassian.com/cloud/jira/platform/webhooks/
 */
export function readJiraApproval(
  body: unknown,
  { approvedStatuses, description }: OrganisationSourceOf<'jira-service-management'>,
): TicketApproval {
  const { webhookEvent, issue } = matchingBody(webhookSchema, body, {
    sender: 'an issue of Jira',
    shape: '{ "issue": { "key": "…", "fields": { … } } }',
  });
  const { key: number, fields } = issue;
  if (webhookEvent?.endsWith('_deleted')) return { kind: 'idle', number, reason: 'deleted' };
  const status = plainWord(textOf(fieldAt(fields, 'status.name')) ?? '');
  if (!approvedStatuses.some((one) => plainWord(one) === status)) {
    return { kind: 'idle', number, reason: 'not-approved' };
  }
  const written = description ? mappedField(description, 'description', body) : fields.description;
  return {
    kind: 'approved',
    number,
    text: textInDocument(written) ?? '',
    requestedBy: textOf(fieldAt(fields, 'reporter.displayName')),
  };
}
