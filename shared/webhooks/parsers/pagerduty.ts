import { z } from 'zod';
import { allClaims, claimsAt, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

/** Names of custom fields, and of alert details, that hold indicators. */
const usualFieldNames: readonly string[] = ['indicators', 'indicator', 'iocs', 'ioc'];

const customFieldSchema = z.object({ name: z.string(), value: z.unknown().optional() });

const webhookSchema = z.object({
  event: z.object({
    id: z.string().min(1),
    event_type: z.string(),
    occurred_at: softField(instant),
    data: z.looseObject({
      id: softField(commentPart),
      title: softField(textOf),
      content: softField(textOf),
      html_url: z.unknown().optional(),
      self: z.unknown().optional(),
      priority: softField((priority) => z.object({ summary: z.string() }).safeParse(priority).data),
      urgency: softField(severityOfWord),
      incident: softField((incident) => z.looseObject({ id: z.string() }).safeParse(incident).data),
      custom_fields: softField((fields) => z.array(customFieldSchema).safeParse(fields).data ?? []),
    }),
  }),
});

/** When a case is over, or was made by mistake, nothing of it is blocked any more. */
const endings: ReadonlySet<string> = new Set(['incident.resolved', 'incident.deleted']);

/**
 * A V3 webhook of PagerDuty about an incident: indicators stand in custom fields, or in the details of its alert.
 * @see https://developer.pagerduty.com/docs/webhooks-overview
 */
export const pagerduty: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { event } = matchingBody(webhookSchema, json, {
      sender: 'a V3 webhook of PagerDuty',
      shape: '{ "event": { "id": "…", "event_type": "incident.…", "data": { … } } }',
    });
    const { data } = event;
    const names = connection.indicatorFields ?? usualFieldNames;
    const claims = allClaims(
      data.custom_fields
        .filter(({ name }) => names.includes(name))
        .flatMap((field) => claimsAt(field, ['value'])),
      declaredClaims(
        data.body,
        usualFieldNames.map((name) => `details.${name}`),
        connection,
      ),
      freeTextClaims(connection, [data.title, data.content]),
    );
    return {
      eventId: event.id,
      source: commentPart(data.title) ?? 'PagerDuty',
      ticket: data.incident?.id ?? data.id,
      severity: severityOfWord(data.priority?.summary) ?? data.urgency,
      link: pageLink(data.html_url),
      occurredAt: event.occurred_at,
      ownHosts: hostsOf(data.html_url, data.self),
      ...(endings.has(event.event_type) ? { values: [] } : claims),
    };
  },
};
