import { parseIndicator } from './parse-indicator.ts';

/** What nearly every value is spelled in already, and need not be parsed to know it. */
const canonicalSpelling = /^[a-z0-9_.-]*[a-z0-9_]$/;

/** The value as an indicator would have it: a person may have typed `Evil.Example.` or an address in capitals. */
export function canonicalValue(value: string): string {
  if (canonicalSpelling.test(value)) return value;
  const parsed = parseIndicator(value);
  return parsed.kind === 'indicator' ? parsed.indicator.value : value;
}
