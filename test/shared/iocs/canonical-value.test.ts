import { expect, it } from 'vitest';
import { canonicalValue } from '#shared/iocs/canonical-value.ts';

it.each([
  ['bad.example', 'bad.example'],
  ['Bad.Example.', 'bad.example'],
  ['2001:DB8:0::1', '2001:db8::1'],
  ['192.0.2.0/24', '192.0.2.0/24'],
  ['192.0.2.1-192.0.2.9', '192.0.2.1-192.0.2.9'],
])('%s means %s', (value, canonical) => {
  expect(canonicalValue(value)).toBe(canonical);
});
