import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

const reasonsSchema = z.record(z.string(), z.string());

/**
 * Which destinations a refusal names, with its reasons: its message may embed a JSON object
 * `{ "<destination>": "<reason>" }` in running text. Empty when it names none.
 */
export function readRefusedDestinations(message: string): ReadonlyMap<string, string> {
  const start = message.indexOf('{');
  const end = message.lastIndexOf('}');
  if (start < 0 || end < start) return new Map();
  try {
    const reasons = reasonsSchema.safeParse(JSON.parse(message.slice(start, end + 1)));
    if (!reasons.success) return new Map();
    return new Map(Object.entries(reasons.data).map(([value, reason]) => [value, redactVendorText(reason)]));
  } catch {
    return new Map();
  }
}
