import { type Indicator, indicatorKey } from '../iocs/indicator.ts';
import { parseIndicator } from '../iocs/parse-indicator.ts';
import type { ClaimedIndicator } from './parsers/webhook-parser.ts';

/** One value of a request, read; `value` is what is shown of it. */
export type ReadValue =
  | { readonly kind: 'indicator'; readonly value: string; readonly indicator: Indicator }
  | { readonly kind: 'rejected'; readonly value: string; readonly reason: string };

/** Refused values are shown and kept only so far. */
export const longestShownValueCharacters = 256;

/** Reads every value as an indicator, in the order in which they were sent; indicators that came before are dropped. */
export function* readClaimedValues(values: readonly ClaimedIndicator[]): Generator<ReadValue, void> {
  const seen = new Set<string>();
  for (const { value: written, typeHint } of values) {
    const value = written.slice(0, longestShownValueCharacters);
    const parsed = parseIndicator(written, typeHint);
    if (parsed.kind === 'rejected') {
      yield { kind: 'rejected', value, reason: parsed.reason };
      continue;
    }
    const { indicator } = parsed;
    const key = indicatorKey(indicator);
    if (seen.has(key)) continue;
    seen.add(key);
    yield { kind: 'indicator', value, indicator };
  }
}
