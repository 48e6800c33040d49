import { claimsInProse } from './fields/free-text.ts';
import type { WebhookParser } from './webhook-parser.ts';

/** Plain text, whoever sends it: a list with a line for each indicator, or a report. */
export const text: WebhookParser<'text'> = {
  takes: 'text',
  parse: (body) => claimsInProse(body),
};
