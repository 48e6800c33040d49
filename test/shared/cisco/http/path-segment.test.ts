import { expect, it } from 'vitest';
import { pathSegment } from '#shared/cisco/http/path-segment.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';

it.each([
  ['a/b', 'a%2Fb'],
  ['ACME\\ada', 'ACME%5Cada'],
  ['%2e%2e', '%252e%252e'],
  ['...', '...'],
])('%s stays one segment', (value, segment) => {
  expect(pathSegment(value)).toBe(segment);
  expect(new URL(`/a/${segment}/c`, 'http://localhost').pathname).toBe(`/a/${segment}/c`);
});

it.each(['', '.', '..', '\ud800'])('%j cannot be a segment', (value) => {
  expect(() => pathSegment(value)).toThrow(RefusedInput);
});
