import { z } from 'zod';
import { allClaims, claimsAt, declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfNumber } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { ClaimedIndicator, WebhookParser } from './webhook-parser.ts';

/** Custom properties of events that name the other side, as QRadar's content packs call them. */
const usualEventProperties: readonly string[] = [
  'URL',
  'Domain',
  'DNS Query',
  'Destination Domain',
  'File Hash',
  'MD5 Hash',
  'SHA1 Hash',
  'SHA256 Hash',
];

/**
 * What an offence is about, if it may be an attacker: a source address (0, IPv6: 10).
 * All others are rules, people and machines of the own network.
 * @see https://www.ibm.com/docs/en/qradar-common?topic=api-offense-types
 */
const sourceAddressTypes: readonly unknown[] = [0, 10];

const offenceSchema = z.object({
  id: z.union([z.number(), z.string()]),
  offense_type: z.unknown().optional(),
  offense_source: z.unknown().optional(),
  description: softField(textOf),
  severity: softField((severity) => severityOfNumber(severity, [1, 4, 7, 9])),
  start_time: softField(instant),
  link: z.unknown().optional(),
  events: z.array(z.record(z.string(), z.unknown())).nullish(),
});

const bodySchema = z.union([
  z.object({ offense: offenceSchema }).transform(({ offense }) => offense),
  offenceSchema,
]);

/**
 * An offence of QRadar as its API gives it, posted by a custom action or a playbook, with `events` if there are any.
 * QRadar tells severities from 0 to 10.
 * @see https://ibmsecuritydocs.github.io/qradar_api_20.0/20.0--siem-offenses-GET.html
 */
export const qradar: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const offence = matchingBody(bodySchema, json, {
      sender: 'a QRadar offence',
      shape: '{ "id": …, "offense_type": …, "offense_source": "…", "events": [ … ] }',
    });
    return {
      source: commentPart(offence.description?.replace(/\s+/g, ' ')),
      ticket: commentPart(offence.id),
      severity: offence.severity,
      link: pageLink(offence.link),
      occurredAt: offence.start_time,
      ownHosts: hostsOf(offence.link),
      ...allClaims(
        subjectOf(offence),
        (offence.events ?? []).flatMap((event) => declaredClaims(event, usualEventProperties, connection)),
        freeTextClaims(connection, [offence.description]),
      ),
    };
  },
};

function subjectOf(offence: z.infer<typeof offenceSchema>): ClaimedIndicator[] {
  return sourceAddressTypes.includes(offence.offense_type) ? claimsAt(offence, ['offense_source']) : [];
}
