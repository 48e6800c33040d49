import { z } from 'zod';
import { allClaims, noneUsable } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { ClaimedIndicator, WebhookParser } from './webhook-parser.ts';

/** Which property of which kind of entity names an indicator. Accounts, hosts and mailboxes are the victims. */
const indicatorProperties: Readonly<Record<string, string>> = {
  Url: 'url',
  DnsResolution: 'domainName',
  Ip: 'address',
  FileHash: 'hashValue',
};

const entitySchema = z.object({
  kind: z.string(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});

const incidentSchema = z.object({
  properties: z.object({
    relatedEntities: z.array(entitySchema).nullish(),
    title: softField(textOf),
    description: softField(textOf),
    severity: softField(severityOfWord),
    classification: softField(textOf),
    incidentNumber: softField(commentPart),
    incidentUrl: z.unknown().optional(),
    lastActivityTimeUtc: softField(instant),
    createdTimeUtc: softField(instant),
  }),
});

const triggerSchema = z.union([
  z.object({ eventUniqueId: softField(textOf), object: incidentSchema }),
  incidentSchema.transform((object) => ({ eventUniqueId: undefined, object })),
]);

/** How an analyst closes what was none: nothing of it is to be blocked. */
const harmlessClassifications: ReadonlySet<string> = new Set(['FalsePositive', 'BenignPositive']);

/** Microsoft's own pages, to which rules and descriptions link. */
const vendorPages = ['microsoft.com', 'portal.azure.com', 'aka.ms'];

/**
 * A Microsoft Sentinel incident as a Logic App gets and posts it. `indicatorFields` name kinds of entities: `Url`, `Ip`.
 * @see https://learn.microsoft.com/en-us/azure/sentinel/entities-reference
 */
export const sentinel: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { eventUniqueId, object } = matchingBody(triggerSchema, json, {
      sender: 'a Microsoft Sentinel incident',
      shape: '{ "object": { "properties": { "relatedEntities": [ … ] } } }',
    });
    const incident = object.properties;
    const kinds = connection.indicatorFields ?? Object.keys(indicatorProperties);
    const claims = allClaims(
      (incident.relatedEntities ?? []).flatMap((entity) => claimsOf(entity, kinds)),
      freeTextClaims(connection, [incident.title, incident.description]),
    );
    const isHarmless = harmlessClassifications.has(incident.classification ?? '');
    return {
      eventId: eventUniqueId,
      source: commentPart(incident.title),
      ticket: incident.incidentNumber,
      severity: incident.severity,
      link: pageLink(incident.incidentUrl),
      occurredAt: incident.lastActivityTimeUtc ?? incident.createdTimeUtc,
      ownHosts: [...hostsOf(incident.incidentUrl), ...vendorPages],
      ...(isHarmless ? noneUsable(claims, 'closed-as-harmless') : claims),
    };
  },
};

function claimsOf(
  { kind, properties }: z.infer<typeof entitySchema>,
  kinds: readonly string[],
): ClaimedIndicator[] {
  const property = Object.hasOwn(indicatorProperties, kind) ? indicatorProperties[kind] : undefined;
  if (property === undefined || !kinds.includes(kind)) return [];
  const value = textOf(properties?.[property]);
  return value === undefined ? [] : [{ value }];
}
