import { z } from 'zod';
import { allClaims, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { fieldAt } from './fields/field-at.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord, worstSeverity } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { ClaimedIndicator, WebhookParser } from './webhook-parser.ts';

/**
 * Fields of the Elastic Common Schema that name the other side, or what threat intelligence matched.
 * Not among them on purpose: `host.*`, `source.*`, `client.*` and `user.*`, which are the own machines and people;
 * `url.domain`, which is the host of `url.full` and would widen it; `*.reference` and `rule.reference`, which are
 * somebody's pages about it.
 *
 * @see https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html
 */
const usualFields: readonly string[] = [
  'threat.indicator.url.full',
  'threat.indicator.domain',
  'threat.indicator.ip',
  'threat.enrichments.indicator.url.full',
  'threat.enrichments.indicator.domain',
  'threat.enrichments.indicator.ip',
  'url.full',
  'dns.question.name',
  'destination.domain',
  'file.hash.md5',
  'file.hash.sha1',
  'file.hash.sha256',
  'file.hash.sha512',
];

/** Whose address this is depends on who called whom. */
const destinationAddress = 'destination.ip';
const callsFromOutside: readonly unknown[] = ['inbound', 'ingress', 'external'];

const alertSchema = z.record(z.string(), z.unknown());

const bodySchema = z.union(
  [
    z.object({
      alerts: z.array(alertSchema),
      rule: softField((rule) => rule),
      results_link: z.unknown().optional(),
    }),
    alertSchema
      .refine((fields) => Object.hasOwn(fields, '@timestamp'))
      .transform((alert) => ({ alerts: [alert], rule: undefined, results_link: undefined })),
  ],
  { error: 'expected an array "alerts", or one alert with "@timestamp"' },
);

/**
 * Alerts of Elastic Security, as the webhook connector posts `{{context.alerts}}`; their fields may be nested or dotted.
 * @see https://www.elastic.co/guide/en/security/current/rule-actions-variables.html
 */
export const elastic: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { alerts, rule, results_link } = matchingBody(bodySchema, json, {
      sender: 'an alert of Elastic Security',
      shape: '{ "rule": { "name": "…" }, "results_link": "…", "alerts": [ … ] }',
    });
    const [first] = alerts;
    const isSingle = alerts.length === 1;
    const ruleName = fieldAt(rule, 'name') ?? fieldAt(first, 'kibana.alert.rule.name');
    const link = results_link ?? fieldAt(first, 'kibana.alert.url');
    return {
      eventId: isSingle ? textOf(fieldAt(first, 'kibana.alert.uuid')) : undefined,
      source: commentPart(ruleName),
      ticket: commentPart(fieldAt(first, 'kibana.alert.case_ids')),
      severity: worstSeverity(alerts.map((alert) => severityOfWord(fieldAt(alert, 'kibana.alert.severity')))),
      confidence: confidence(fieldAt(first, 'threat.indicator.confidence')),
      link: pageLink(link),
      occurredAt: instant(fieldAt(first, '@timestamp')),
      ownHosts: hostsOf(link),
      ...allClaims(
        alerts.flatMap((alert) => [
          ...declaredClaims(alert, usualFields, connection),
          ...(connection.indicatorFields ? [] : destinationOf(alert)),
        ]),
        freeTextClaims(
          connection,
          alerts.flatMap((alert) => [fieldAt(alert, 'kibana.alert.reason'), fieldAt(alert, 'message')]),
        ),
      ),
    };
  },
};

function destinationOf(alert: Readonly<Record<string, unknown>>): ClaimedIndicator[] {
  const isVictim = callsFromOutside.includes(fieldAt(alert, 'network.direction'));
  const address = textOf(fieldAt(alert, destinationAddress));
  return address === undefined || isVictim ? [] : [{ value: address }];
}
