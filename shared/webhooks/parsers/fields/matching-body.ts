import type { z } from 'zod';
import { RefusedInput } from '../../../errors/refused-input.ts';
import { describeMismatch } from '../describe-mismatch.ts';

/**
 * Checks that a body has a sender's shape.
 *
 * @param sender What the body should be, with its article: `a Splunk alert`.
 * @param shape The members that count, as one would write them: `{ "result": { … } }`.
 * @throws RefusedInput that names places and kinds, and no contents.
 */
export function matchingBody<Body>(
  schema: z.ZodType<Body>,
  json: unknown,
  { sender, shape }: { readonly sender: string; readonly shape: string },
): Body {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new RefusedInput(`The body is not ${sender}. Expected ${shape}; ${describeMismatch(parsed.error)}.`);
}
