import { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';

/**
 * Reads what a caller of the control gave.
 *
 * @throws {RefusedInput} naming each wrong place, what was expected there and what is allowed.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new RefusedInput(z.prettifyError(parsed.error));
  return parsed.data;
}
