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
import type { WebhookParser } from './webhook-parser.ts';

/**
 * Artifacts of an incident, and the far side of its alerts. Not among them: `host_ip`, `action_local_ip` and `user_name`,
 * which are the victims, and hashes of an alert's processes, most of which are the system's own.
 */
const usualFields: readonly string[] = [
  'network_artifacts.data.network_domain',
  'network_artifacts.data.network_remote_ip',
  'alerts.data.dns_query_name',
  'alerts.data.action_external_hostname',
  'alerts.data.action_remote_ip',
];

const dataSchema = z.object({ data: z.array(z.record(z.string(), z.unknown())) }).nullish();

const detailsSchema = z.object({
  incident: z.object({
    incident_id: z.union([z.string(), z.number()]),
    description: softField(textOf),
    incident_name: softField(textOf),
    severity: softField(severityOfWord),
    creation_time: softField(instant),
    xdr_url: z.unknown().optional(),
  }),
  alerts: dataSchema,
  network_artifacts: dataSchema,
  file_artifacts: dataSchema,
});

const bodySchema = z.union([
  z.object({ reply: detailsSchema }).transform(({ reply }) => reply),
  detailsSchema,
]);

/**
 * An incident of Cortex XDR with its artifacts: the answer of its API's `get_incident_extra_data`, as it came or its
 * `reply` alone. File artifacts are taken when WildFire calls them malware.
 * @see https://docs-cortex.paloaltonetworks.com/r/Cortex-XDR-REST-API/Get-extra-incident-data
 */
export const cortexXdr: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const details = matchingBody(bodySchema, json, {
      sender: 'an incident of Cortex XDR',
      shape: '{ "incident": { "incident_id": "…" }, "network_artifacts": { "data": [ … ] }, … }',
    });
    const { incident } = details;
    const malware = (details.file_artifacts?.data ?? []).filter(
      ({ file_wildfire_verdict }) => textOf(file_wildfire_verdict)?.toUpperCase() === 'MALWARE',
    );
    return {
      source: commentPart(incident.incident_name ?? incident.description),
      ticket: commentPart(incident.incident_id),
      severity: incident.severity,
      link: pageLink(incident.xdr_url),
      occurredAt: incident.creation_time,
      ownHosts: hostsOf(incident.xdr_url),
      ...allClaims(
        declaredClaims(details, usualFields, connection),
        connection.indicatorFields ? [] : declaredClaims(malware, ['file_sha256'], connection),
        freeTextClaims(connection, [incident.description]),
      ),
    };
  },
};
