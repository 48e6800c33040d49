import { z } from 'zod';
import { allClaims, type Claims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { fieldAt } from './fields/field-at.ts';
import { freeTextClaims } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { severityOfNumber } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { WebhookParser } from './webhook-parser.ts';

const observableSchema = z.object({
  dataType: z.string(),
  data: z.string(),
  ioc: z.boolean(),
});

const objectSchema = z.looseObject({
  observables: z.array(z.unknown()).nullish(),
  artifacts: z.array(z.unknown()).nullish(),
});

const auditSchema = z.object({
  _id: softField(textOf),
  // TheHive 5 says `action`, TheHive 4 `operation`.
  action: softField(textOf),
  operation: softField(textOf),
  objectType: z.string(),
  object: objectSchema,
  context: z.unknown().optional(),
  _createdAt: softField(instant),
  startDate: softField(instant),
});

/** Data types of TheHive that name something to block or look up; file names, user agents and the like do not. */
const typeHints: Readonly<Record<string, string>> = {
  domain: 'domain',
  fqdn: 'fqdn',
  hash: 'hash',
  ip: 'ip',
  mail: 'email',
  url: 'url',
};

const removals: ReadonlySet<string> = new Set(['delete', 'deletion']);

/**
 * A notification of TheHive 4 or 5 about an observable, an alert or a case. Only observables that an analyst has marked
 * as IOC are taken.
 * @see https://docs.strangebee.com/thehive/user-guides/organization/configure-organization/manage-notifications/
 */
export const thehive: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const audit = matchingBody(auditSchema, json, {
      sender: "a notification of TheHive's",
      shape: '{ "action": "create", "objectType": "Observable", "object": { … } }',
    });
    const { object, context } = audit;
    const isRemoval = removals.has((audit.action ?? audit.operation ?? '').toLowerCase());
    const described = [object, context].filter((described) => described !== undefined);
    const first = (name: string) =>
      described.map((about) => fieldAt(about, name)).find((value) => value !== undefined);
    return {
      eventId: audit._id,
      source: commentPart(first('title')) ?? 'TheHive',
      ticket: commentPart(first('number') ?? first('caseId') ?? first('sourceRef')),
      severity: severityOfNumber(first('severity'), [1, 2, 3, 4]),
      occurredAt: audit._createdAt ?? audit.startDate,
      ...(isRemoval
        ? { values: [] }
        : allClaims(
            readObservables([object, ...(object.observables ?? object.artifacts ?? [])]),
            freeTextClaims(connection, [first('title'), first('description'), first('message')]),
          )),
    };
  },
};

function readObservables(objects: readonly unknown[]): Claims {
  const observables = objects
    .flatMap((object) => observableSchema.safeParse(object).data ?? [])
    .filter(({ dataType }) => Object.hasOwn(typeHints, dataType));
  return {
    values: observables
      .filter(({ ioc }) => ioc)
      .map(({ dataType, data }) => ({ value: data, typeHint: typeHints[dataType] })),
    unusable: observables
      .filter(({ ioc }) => !ioc)
      .map(({ data }) => ({ value: data, reason: 'not-marked-as-ioc' })),
  };
}
