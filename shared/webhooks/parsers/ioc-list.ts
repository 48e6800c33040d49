import { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import { describeMismatch } from './describe-mismatch.ts';
import { longestCommentPartCharacters, type WebhookParser } from './webhook-parser.ts';

const claimedIndicator = z.union(
  [
    z.string().transform((value) => ({ value, typeHint: undefined })),
    z
      .object({ value: z.string(), type: z.string().nullish() })
      .transform(({ value, type }) => ({ value, typeHint: type ?? undefined })),
  ],
  { error: 'expected a string, or an object with a string "value" and perhaps a string "type"' },
);

const text = z
  .union([z.string(), z.number()], { error: 'expected a string or a number' })
  .transform((value) => String(value).trim().slice(0, longestCommentPartCharacters) || undefined)
  .nullish()
  .transform((value) => value ?? undefined);

/** Ids are not cut: two that differ only late must stay two. */
const identifier = z
  .union([z.string(), z.number()], { error: 'expected a string or a number' })
  .nullish()
  .transform((value) => String(value ?? '') || undefined);

const iocListSchema = z.object({
  indicators: z.array(claimedIndicator),
  action: z.literal('block', { error: 'the only known action is "block", and it may be left out' }).nullish(),
  source: text,
  ticket: text,
  event_id: identifier,
});

/**
 * The generic body, for anything that can send JSON: `{ "indicators": [ "bad.example", { "type": "ip", "value": "…" } ],
 * "source"?, "ticket"?, "event_id"?, "action"? }`, or the array of indicators alone. Other members are ignored.
 */
export const parseIocList: WebhookParser = (json) => {
  const parsed = iocListSchema.safeParse(Array.isArray(json) ? { indicators: json } : json);
  if (!parsed.success) {
    throw new RefusedInput(
      `The body is not a list of indicators. Expected { "indicators": [ … ] } or an array; ${describeMismatch(parsed.error)}.`,
    );
  }
  const { indicators, source, ticket, event_id } = parsed.data;
  return { values: indicators, source, ticket, eventId: event_id };
};
