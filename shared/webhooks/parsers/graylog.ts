import { z } from 'zod';
import { allClaims, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { severityOfNumber } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

/**
 * Fields of Graylog's Information Model that name the other side. Not among them: `source*`, `host*` and `user*`.
 * @see https://schema.graylog.org/
 */
const usualFields: readonly string[] = [
  'threat_indicator',
  'http_url',
  'url',
  'query_request',
  'dns_query',
  'domain',
  'destination_domain',
  'destination_ip',
  'dst_ip',
  'file_hash',
  'hash_md5',
  'hash_sha1',
  'hash_sha256',
];

const fieldsSchema = z.record(z.string(), z.unknown()).nullish();

const notificationSchema = z.object({
  event_definition_title: softField(commentPart),
  event_definition_description: softField(textOf),
  event: z.object({
    id: softField(textOf),
    timestamp: softField(instant),
    message: softField(textOf),
    // 1 is low, 2 normal, 3 high, 4 critical.
    priority: softField((priority) => severityOfNumber(priority, [1, 2, 3, 4])),
    fields: fieldsSchema,
  }),
  backlog: z.array(z.object({ message: softField(textOf), fields: fieldsSchema })).nullish(),
});

/**
 * An event notification of Graylog over HTTP: the event's own fields, and those of the messages in its backlog.
 * @see https://go2docs.graylog.org/current/interacting_with_your_log_data/notifications.html
 */
export const graylog: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const notification = matchingBody(notificationSchema, json, {
      sender: 'an event notification of Graylog',
      shape: '{ "event_definition_title": "…", "event": { "id": "…", "fields": { … } }, "backlog": [ … ] }',
    });
    const { event, backlog } = notification;
    const messages = [event, ...(backlog ?? [])];
    return {
      eventId: event.id,
      source: notification.event_definition_title ?? 'Graylog',
      severity: event.priority,
      occurredAt: event.timestamp,
      ...allClaims(
        messages.flatMap(({ fields }) => declaredClaims(fields, usualFields, connection)),
        freeTextClaims(
          connection,
          messages.map(({ message }) => message),
        ),
      ),
    };
  },
};
