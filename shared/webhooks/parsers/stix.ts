import { z } from 'zod';
import { allClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { isJsonObject } from './fields/field-at.ts';
import { matchingBody } from './fields/matching-body.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import { readStixIndicator, type StixIndicator, stixIndicatorSchema } from './stix-indicator.ts';
import type { WebhookParser } from './webhook-parser.ts';

const identitySchema = z.object({ id: z.string(), name: z.string() });

const bundleSchema = z.object({
  // STIX 2.0 and 2.1 call it a bundle; TAXII 2 answers an envelope, which has no type.
  type: z.literal('bundle').optional(),
  id: softField(textOf),
  objects: z.array(z.unknown()),
});

/**
 * A STIX 2.0 or 2.1 bundle, or the envelope of a TAXII 2 server. Only indicator objects count: observed data and
 * observables are what somebody saw, and say nothing about it.
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_gms872kuzdmg
 */
export const stix: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { receivedAt }) {
    const { id, objects } = matchingBody(bundleSchema, json, {
      sender: 'a STIX bundle',
      shape: '{ "type": "bundle", "id": "…", "objects": [ … ] }',
    });
    const indicators = objectsOfType('indicator', objects).flatMap(
      (object) => stixIndicatorSchema.safeParse(object).data ?? [],
    );
    const read = indicators.map((indicator) => readStixIndicator(indicator, receivedAt));
    return {
      eventId: id,
      source: authorOf(indicators, objects),
      confidence: lowestConfidence(indicators),
      ...allClaims(...read),
    };
  },
};

/** Asked first, since a schema takes its time to say no. */
function objectsOfType(type: string, objects: readonly unknown[]): readonly unknown[] {
  return objects.filter((object) => isJsonObject(object) && object.type === type);
}

function authorOf(indicators: readonly StixIndicator[], objects: readonly unknown[]): string | undefined {
  const author = indicators.find(({ created_by_ref }) => created_by_ref !== undefined)?.created_by_ref;
  const identities = objectsOfType('identity', objects).flatMap(
    (object) => identitySchema.safeParse(object).data ?? [],
  );
  return commentPart(identities.find(({ id }) => id === author)?.name);
}

/** What can be said of all of them. */
function lowestConfidence(indicators: readonly StixIndicator[]): number | undefined {
  const told = indicators.flatMap(({ confidence }) => confidence ?? []);
  return told.length === 0 ? undefined : told.reduce((lowest, next) => Math.min(lowest, next));
}
