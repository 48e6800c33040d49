import type { z } from 'zod';

/** A sender mends the first mistakes first; a list of a thousand helps nobody. */
const mostMistakes = 3;

/** Says in one line where a body differs from what was expected. Quotes places and kinds, never contents. */
export function describeMismatch({ issues }: z.ZodError): string {
  const shown = issues
    .slice(0, mostMistakes)
    .map(({ path, message }) => `${path.length === 0 ? 'the whole body' : path.join('.')}: ${message}`);
  const more = issues.length > mostMistakes ? ` (and ${issues.length - mostMistakes} more)` : '';
  return `${shown.join('; ')}${more}`;
}
