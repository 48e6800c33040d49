import { z } from 'zod';
import { allClaims, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { ClaimedIndicator, WebhookParser } from './webhook-parser.ts';

/**
 * `attributes` are a security signal's; `threat_intel` is what Datadog's own feeds matched. Not among them: `http.url`
 * and `host`, which are the watched application, and `network.client.ip`, which is whoever called it.
 * @see https://docs.datadoghq.com/security/threat_intelligence/
 */
const usualFields: readonly string[] = [
  'indicators',
  'attributes.threat_intel.results.indicator',
  'attributes.dns.question.name',
  'attributes.network.destination.ip',
];

/** Tags that name an indicator: `ioc:bad.example`. */
const indicatorTags: readonly string[] = ['ioc', 'indicator'];

const eventSchema = z
  .looseObject({
    id: z.unknown().optional(),
    title: softField(textOf),
    body: softField(textOf),
    date: softField(instant),
    link: z.unknown().optional(),
    priority: softField(severityOfWord),
    severity: softField(severityOfWord),
    signal_id: softField(commentPart),
    tags: z.unknown().optional(),
  })
  .refine(({ id, title }) => id !== undefined || title !== undefined, {
    error: 'expected "id" or "title"',
  });

/**
 * An event of Datadog's webhook integration, whose body is a template: ours, or Datadog's default one.
 * @see https://docs.datadoghq.com/integrations/webhooks/
 */
export const datadog: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const event = matchingBody(eventSchema, json, {
      sender: 'an event of Datadog',
      shape: '{ "id": "$ID", "title": "$EVENT_TITLE", "tags": "$TAGS", … }',
    });
    return {
      eventId: textOf(event.id),
      source: commentPart(event.title) ?? 'Datadog',
      ticket: event.signal_id,
      severity: event.severity ?? event.priority,
      link: pageLink(event.link),
      occurredAt: event.date,
      ownHosts: [...hostsOf(event.link), ...vendorPages],
      ...allClaims(
        claimsInTags(event.tags),
        declaredClaims(event, usualFields, connection),
        freeTextClaims(connection, [event.title, event.body]),
      ),
    };
  },
};

/** Where monitors, graphs and snapshots are linked from. */
const vendorPages = ['datadoghq.com', 'datadoghq.eu', 'ddog-gov.com'];

function claimsInTags(tags: unknown): ClaimedIndicator[] {
  const written = Array.isArray(tags)
    ? tags.filter((tag) => typeof tag === 'string')
    : textOf(tags)?.split(',');
  return (written ?? []).flatMap((tag) => {
    const colon = tag.indexOf(':');
    return indicatorTags.includes(tag.slice(0, colon).trim()) ? [{ value: tag.slice(colon + 1).trim() }] : [];
  });
}
