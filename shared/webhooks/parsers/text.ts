import { claimsInProse, entriesOfList } from './fields/free-text.ts';
import type { WebhookParser } from './webhook-parser.ts';

/**
 * Plain text, whoever sends it. A list with one word in each line is taken as it stands, so that a wrong entry is told;
 * from all else, a report for one, the indicators are extracted.
 */
export const text: WebhookParser<'text'> = {
  takes: 'text',
  parse(body) {
    const entries = entriesOfList(body);
    return entries ? { values: entries.map((value) => ({ value })) } : claimsInProse(body);
  },
};
