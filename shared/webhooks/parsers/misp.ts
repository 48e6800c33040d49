import { z } from 'zod';
import type { Severity } from '../../events/severity.ts';
import { allClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import { claimsOfAttribute, mispAttributeSchema } from './misp-attribute.ts';
import type { WebhookParser } from './webhook-parser.ts';

const attributesSchema = z.array(mispAttributeSchema).nullish();

const tagsSchema = softField((tags) => z.array(z.object({ name: z.string() })).safeParse(tags).data ?? []);

const eventSchema = z.object({
  id: softField(textOf),
  uuid: softField(textOf),
  info: softField(textOf),
  timestamp: softField(textOf),
  publish_timestamp: softField(textOf),
  threat_level_id: softField(textOf),
  Orgc: softField((organisation) => z.object({ name: z.string() }).safeParse(organisation).data),
  Tag: tagsSchema,
  Attribute: attributesSchema,
  Object: z.array(z.object({ Attribute: attributesSchema })).nullish(),
});

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema), schema.transform((only) => [only])]);

const eventForm = z.object({ Event: eventSchema }).transform(({ Event }) => Event);

const attributeForm = z
  .object({ Attribute: oneOrMore(mispAttributeSchema) })
  .transform(({ Attribute }) => eventSchema.parse({ Attribute }));

const bodySchema = z.union(
  [
    z
      .object({ response: z.union([oneOrMore(eventForm), attributeForm.transform((event) => [event])]) })
      .transform(({ response }) => response),
    oneOrMore(eventForm),
    attributeForm.transform((event) => [event]),
  ],
  { error: 'expected an "Event" or an "Attribute", alone or under "response"' },
);

/** @see https://www.circl.lu/doc/misp/taxonomy/#_confidence_level */
const confidenceByTag = new Map([
  ['misp:confidence-level="completely-confident"', 100],
  ['misp:confidence-level="usually-confident"', 75],
  ['misp:confidence-level="fairly-confident"', 50],
  ['misp:confidence-level="rarely-confident"', 25],
  ['misp:confidence-level="unconfident"', 0],
]);

/** 4 is "undefined". @see https://www.misp-standard.org/rfc/misp-standard-core.html */
const severityByThreatLevel = new Map<string, Severity>([
  ['1', 'high'],
  ['2', 'medium'],
  ['3', 'low'],
]);

/**
 * An event or attributes of MISP: what its API answers, its feeds hold and its workflows post. Attributes count when
 * `to_ids` is on; links, comments and all else that is for readers is not looked at.
 * @see https://www.misp-standard.org/rfc/misp-standard-core.html
 */
export const misp: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const events = matchingBody(bodySchema, json, {
      sender: 'a MISP event',
      shape: '{ "Event": { … } } or { "Attribute": { … } }',
    });
    const [first] = events;
    const tags = events.flatMap(({ Tag }) => Tag.map(({ name }) => name));
    const attributes = events.flatMap(({ Attribute, Object: objects }) => [
      ...(Attribute ?? []),
      ...(objects ?? []).flatMap((object) => object.Attribute ?? []),
    ]);
    return {
      eventId: events.length === 1 ? first?.uuid : undefined,
      source: commentPart(first?.Orgc?.name ?? first?.info) ?? 'MISP',
      ticket: commentPart(first?.id ?? attributes[0]?.event_id),
      severity: severityByThreatLevel.get(first?.threat_level_id ?? ''),
      confidence: tags.map((tag) => confidenceByTag.get(tag)).find((level) => level !== undefined),
      occurredAt: instant(first?.timestamp),
      ...allClaims(
        attributes.flatMap(claimsOfAttribute),
        freeTextClaims(
          connection,
          events.map(({ info }) => info),
        ),
      ),
    };
  },
};
