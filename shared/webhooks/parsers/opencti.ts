import { z } from 'zod';
import { allClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { fieldAt, isJsonObject } from './fields/field-at.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import { stix } from './stix.ts';
import { readStixIndicator, stixIndicatorSchema } from './stix-indicator.ts';
import type { WebhookParser } from './webhook-parser.ts';

const streamEventSchema = z.object({
  id: softField(textOf),
  type: z.string(),
  message: softField(commentPart),
  data: z.looseObject({
    type: z.string(),
    name: softField(commentPart),
    modified: softField(instant),
    extensions: z.unknown().optional(),
  }),
});

const bodySchema = z
  .union([streamEventSchema, z.array(streamEventSchema)])
  .transform((body) => [body].flat());

/** What a stream's event says about an object: all but these ask for nothing to be blocked. */
const additions: ReadonlySet<string> = new Set(['create', 'update', 'merge']);

/** OpenCTI's own extension, which holds the score. @see https://github.com/OpenCTI-Platform/opencti */
const openctiExtension = 'extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba';

/**
 * Events of an OpenCTI stream (`{ "type": "create", "data": { …STIX object… } }`, one or an array), or a STIX bundle
 * as its exports and playbooks give it.
 * @see https://docs.opencti.io/latest/reference/streaming/
 */
export const opencti: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, context) {
    if (isBundle(json)) {
      const parsed = stix.parse(json, context);
      return { ...parsed, source: parsed.source ?? 'OpenCTI' };
    }
    const events = matchingBody(bodySchema, json, {
      sender: 'an event of an OpenCTI stream',
      shape: '{ "type": "create", "data": { "type": "indicator", "pattern": "…" } } or a STIX bundle',
    });
    const added = events.filter(({ type }) => additions.has(type));
    const [first] = added;
    const read = added
      .flatMap(({ data }) => stixIndicatorSchema.safeParse(data).data ?? [])
      .map((indicator) => readStixIndicator(indicator, context.receivedAt));
    return {
      eventId: events.length === 1 ? first?.id : undefined,
      source: 'OpenCTI',
      // Its score is what its users look at; the STIX confidence is often left as it was.
      confidence: confidence(
        fieldAt(first?.data.extensions, `${openctiExtension}.score`) ?? first?.data.confidence,
      ),
      occurredAt: first?.data.modified,
      ...allClaims(...read),
    };
  },
};

function isBundle(json: unknown): boolean {
  return isJsonObject(json) && json.type === 'bundle';
}
