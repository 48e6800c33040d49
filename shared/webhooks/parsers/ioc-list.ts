import { z } from 'zod';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { softField } from './fields/soft-field.ts';
import { longestTextCharacters, type WebhookParser } from './webhook-parser.ts';

const claimedIndicator = z.union(
  [
    z.string().transform((value) => ({ value, typeHint: undefined })),
    z
      .object({ value: z.string(), type: z.string().nullish() })
      .transform(({ value, type }) => ({ value, typeHint: type ?? undefined })),
  ],
  { error: 'expected a string, or an object with a string "value" and perhaps a string "type"' },
);

const textOrNumber = z.union([z.string(), z.number()], { error: 'expected a string or a number' }).nullish();

const textSchema = z
  .string()
  .max(
    longestTextCharacters,
    `a text has at most ${longestTextCharacters} characters: send it in several requests`,
  )
  .nullish()
  .transform((text) => text || undefined);

const iocListSchema = z
  .object({
    indicators: z.array(claimedIndicator).nullish(),
    text: textSchema,
    action: z
      .enum(['block', 'enrich'], {
        error: 'the known actions are "block" and "enrich", and it may be left out',
      })
      .nullish()
      .transform((action) => action ?? undefined),
    urgent: z
      .boolean()
      .nullish()
      .transform((urgent) => urgent ?? undefined),
    source: textOrNumber.transform(commentPart),
    ticket: textOrNumber.transform(commentPart),
    // Ids are not cut: two that differ only late must stay two.
    event_id: textOrNumber.transform((id) => String(id ?? '') || undefined),
    severity: softField(severityOfWord),
    confidence: softField(confidence),
    link: softField(pageLink),
    created: softField(instant),
  })
  .refine(({ indicators, text }) => Boolean(indicators) || text !== undefined, {
    path: ['indicators'],
    error: 'expected an array; it may be left out beside a "text"',
  });

/**
 * The generic body, for anything that can send JSON: `{ "indicators": [ "bad.example", { "type": "ip", "value": "…" } ],
 * "source"?, "ticket"?, "event_id"?, "severity"?, "confidence"?, "link"?, "created"?, "action"?, "text"?, "urgent"? }`,
 * or the array of indicators alone. Other members are ignored.
 */
export const iocList: WebhookParser<'json'> = {
  takes: 'json',
  parse(json) {
    const { indicators, event_id, created, ...rest } = matchingBody(
      iocListSchema,
      Array.isArray(json) ? { indicators: json } : json,
      { sender: 'a list of indicators', shape: '{ "indicators": [ … ] } or an array' },
    );
    return { ...rest, eventId: event_id, occurredAt: created, values: indicators ?? [] };
  },
};
