import { z } from 'zod';
import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import { textInDocument } from '../../webhooks/parsers/fields/atlassian-document.ts';
import { fieldAt, fieldsAt, isJsonObject, type JsonObject } from '../../webhooks/parsers/fields/field-at.ts';
import { matchingBody } from '../../webhooks/parsers/fields/matching-body.ts';
import { softField } from '../../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';
import type { ChangeReading } from '../lifecycle/change-reading.ts';
import { actionNamed } from '../lifecycle/claimed-action.ts';
import { claimsByName } from '../lifecycle/known-field-names.ts';
import { plainWord } from '../lifecycle/plain-word.ts';
import { readChange } from '../lifecycle/read-change.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import { agreedClaims } from './agreed-claims.ts';
import { labelledLines } from './labelled-lines.ts';
import { mappedClaims } from './mapped-claims.ts';

type JiraSource = LifecycleSourceOf<'jira-service-management'>;

const webhookSchema = z.object({
  webhookEvent: softField(textOf),
  issue: z.object({
    key: z.string().min(1),
    fields: softField((fields): JsonObject => (isJsonObject(fields) ? fields : {})),
  }),
});

/**
 * A ticket of Jira Service Management, as its webhook or an automation rule posts it. Its own fields have other numbers
 * in each site, so they are named by the mapping; without it, labelled lines of the description are read. Only tickets
 * in an approved status are carried out; one that is declined or deleted takes back what it asked for.
 *
 * @throws RefusedInput when the body is no ticket.
 * @see https://developer.atlassian.com/cloud/jira/platform/webhooks/
 */
export function readJiraTicket(body: unknown, context: ReadingContext<JiraSource>): ChangeReading {
  const { webhookEvent, issue } = matchingBody(webhookSchema, body, {
    sender: 'an issue of Jira',
    shape: '{ "issue": { "key": "…", "fields": { … } } }',
  });
  const { key: ticket, fields } = issue;
  const status = textOf(fieldAt(fields, 'status.name')) ?? '';
  const isIn = (statuses: readonly string[]) => statuses.some((one) => plainWord(one) === plainWord(status));
  if (webhookEvent?.endsWith('_deleted') || isIn(context.source.withdrawnStatuses)) {
    return { kind: 'withdrawn', ticket };
  }
  if (!isIn(context.source.approvedStatuses)) return { kind: 'idle', reason: 'not-approved' };
  const described = claimsByName(labelledLines(textInDocument(fields.description) ?? ''));
  const inFields = mappedClaims(context.source.mapping, body, {
    action: actionTitle(fields),
    ticket,
    requester: textOf(fieldAt(fields, 'reporter.displayName')),
  });
  const agreed = agreedClaims(inFields, { ...described, action: undefined }, context.source.dateOrder);
  return agreed.kind === 'refused' ? agreed : readChange(agreed.claims, context);
}

/** The first that names joining or leaving: the kind of issue, of request, a label, or the title. */
function actionTitle(fields: JsonObject): string | undefined {
  const requestTypes = Object.values(fields).flatMap((field) => fieldsAt(field, 'requestType.name'));
  const titles = [fieldAt(fields, 'issuetype.name'), ...requestTypes, fields.labels, fields.summary];
  return titles
    .flat()
    .flatMap((title) => textOf(title) ?? [])
    .find((title) => actionNamed(title) !== undefined);
}
