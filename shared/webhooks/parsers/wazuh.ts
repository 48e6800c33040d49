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
 * Fields of decoders and integrations that name the other side. Not among them: `agent.ip` and `manager.name`, which
 * are the own machines, and `syscheck.*`, which are files that changed, whoever changed them.
 * @see https://documentation.wazuh.com/current/user-manual/ruleset/decoders/dynamic-fields.html
 */
const usualFields: readonly string[] = [
  'data.url',
  'data.srcip',
  'data.dstip',
  'data.dns.question.name',
  'data.dns.rrname',
  'data.win.eventdata.queryName',
  'data.win.eventdata.destinationIp',
  'data.win.eventdata.destinationHostname',
  'data.virustotal.source.md5',
  'data.virustotal.source.sha1',
];

const alertSchema = z.object({
  id: softField(textOf),
  timestamp: softField(instant),
  rule: z.object({
    description: softField(textOf),
    // 0 to 6 is for the record, 12 is high importance, 15 an attack that certainly happened.
    level: softField((level) => severityOfNumber(level, [3, 7, 12, 15])),
  }),
  data: z.unknown().optional(),
  full_log: softField(textOf),
});

/** The integration for Shuffle puts the alert under `all_fields`. */
const bodySchema = z.union([
  z.object({ all_fields: alertSchema }).transform(({ all_fields }) => all_fields),
  alertSchema,
]);

/**
 * An alert of Wazuh, as a custom integration or the one for Shuffle posts it.
 * @see https://documentation.wazuh.com/current/user-manual/manager/integration-with-external-apis.html
 */
export const wazuh: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { id, timestamp, rule, data, full_log } = matchingBody(bodySchema, json, {
      sender: 'an alert of Wazuh',
      shape: '{ "id": "…", "rule": { "level": …, "description": "…" }, "data": { … } }',
    });
    return {
      eventId: id,
      source: commentPart(rule.description),
      severity: rule.level,
      occurredAt: timestamp,
      ...allClaims(declaredClaims({ data }, usualFields, connection), freeTextClaims(connection, [full_log])),
    };
  },
};
