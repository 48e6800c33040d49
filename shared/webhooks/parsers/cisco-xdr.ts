import { z } from 'zod';
import { allClaims, type Claims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { fieldAt, fieldsAt, isJsonObject } from './fields/field-at.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

const eventSchema = z.object({
  id: softField(textOf),
  created_at: softField(instant),
  data: z.looseObject({
    type: softField(textOf),
    record_type: softField(textOf),
    entity_id: z.unknown().optional(),
  }),
});

const observableSchema = z.object({
  type: z.string(),
  value: z.string(),
  disposition: z.unknown().optional(),
});

/** Types of observables that can be blocked or looked up. `hostname`, `user`, `device` and the like are the victims. */
const typeHints: Readonly<Record<string, string>> = {
  domain: 'domain',
  email: 'email',
  ip: 'ip',
  ipv6: 'ipv6',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  url: 'url',
};

/** `disposition`: 1 clean, 2 malicious, 3 suspicious, 4 common, 5 unknown. */
const maliciousDisposition = 2;

/** Where observables stand in a record; a sighting's `targets` are the own machines and are not looked at. */
const observablePaths: readonly string[] = ['observables', 'observable', 'data.observables'];

/**
 * An event of Cisco XDR, as its webhooks and automation post it: incidents, sightings, judgements, or `observables` alone.
 * Observables that XDR rates other than malicious are not taken.
 * @see https://developer.cisco.com/docs/cisco-xdr/
 */
export const ciscoXdr: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const event = matchingBody(eventSchema, json, {
      sender: 'an event of Cisco XDR',
      shape: '{ "id": "…", "data": { "type": "…", "record_type": "incident", "incident": { … } } }',
    });
    const { data } = event;
    const record = fieldAt(data, data.record_type ?? 'incident') ?? data;
    const isDeletion = /\/deleted$/.test(data.type ?? '');
    const sources = record === data ? [data] : [record, data];
    const sourceUri = fieldAt(record, 'source_uri');
    return {
      eventId: event.id,
      source: commentPart(fieldAt(record, 'title')) ?? 'Cisco XDR',
      ticket: commentPart(textOf(data.entity_id)?.split('/').at(-1)),
      severity: severityOfWord(fieldAt(record, 'severity')),
      confidence: confidence(fieldAt(record, 'confidence')),
      link: pageLink(sourceUri),
      occurredAt: instant(fieldAt(record, 'incident_time.opened')) ?? event.created_at,
      ownHosts: hostsOf(data.entity_id, sourceUri),
      ...(isDeletion
        ? { values: [] }
        : allClaims(
            readObservables(
              sources.flatMap((source) => observablePaths.flatMap((path) => fieldsAt(source, path))).flat(),
              fieldAt(record, 'disposition'),
            ),
            freeTextClaims(connection, [
              fieldAt(record, 'title'),
              fieldAt(record, 'short_description'),
              fieldAt(record, 'description'),
            ]),
          )),
    };
  },
};

function readObservables(written: readonly unknown[], recordDisposition: unknown): Claims {
  const observables = written
    .filter(isJsonObject)
    .flatMap((observable) => observableSchema.safeParse(observable).data ?? [])
    .filter(({ type }) => Object.hasOwn(typeHints, type));
  const isMalicious = ({ disposition = recordDisposition }: z.infer<typeof observableSchema>) =>
    disposition === undefined || Number(disposition) === maliciousDisposition;
  return {
    values: observables.filter(isMalicious).map(({ type, value }) => ({ value, typeHint: typeHints[type] })),
    unusable: observables
      .filter((observable) => !isMalicious(observable))
      .map(({ value }) => ({ value, reason: 'not-rated-malicious' })),
  };
}
