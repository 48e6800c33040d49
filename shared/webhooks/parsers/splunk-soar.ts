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
 * Fields of the Common Event Format in which SOAR's artifacts name the other side. Not among them: `sourceAddress`
 * and `sourceHostName`, which are the own machines, and `destinationHostName`, which is so as often as not.
 */
const usualCefFields: readonly string[] = [
  'requestURL',
  'url',
  'destinationDnsDomain',
  'domain',
  'destinationAddress',
  'ip',
  'fileHash',
  'fileHashMd5',
  'fileHashSha1',
  'fileHashSha256',
  'fileHashSha512',
  'hash',
  'md5',
  'sha1',
  'sha256',
];

const containerSchema = z.object({
  id: softField(textOf),
  name: softField(commentPart),
  description: softField(textOf),
  severity: softField(severityOfWord),
  start_time: softField(instant),
  url: z.unknown().optional(),
});

const soarSchema = z.object({
  container: containerSchema.nullish().transform((container) => container ?? undefined),
  artifacts: z.array(z.object({ cef: z.record(z.string(), z.unknown()).nullish() })),
});

/**
 * A container of Splunk SOAR with its artifacts, as a playbook posts it: the fields are those of its REST API.
 * @see https://docs.splunk.com/Documentation/SOAR/current/PlatformAPI/RESTArtifacts
 */
export const splunkSoar: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { container, artifacts } = matchingBody(soarSchema, json, {
      sender: 'a container of Splunk SOAR',
      shape: '{ "container": { … }, "artifacts": [ { "cef": { … } } ] }',
    });
    return {
      source: container?.name ?? 'Splunk SOAR',
      ticket: container?.id,
      severity: container?.severity,
      link: pageLink(container?.url),
      occurredAt: container?.start_time,
      ownHosts: hostsOf(container?.url),
      ...allClaims(
        artifacts.flatMap(({ cef }) => declaredClaims(cef, usualCefFields, connection)),
        freeTextClaims(connection, [container?.name, container?.description]),
      ),
    };
  },
};
