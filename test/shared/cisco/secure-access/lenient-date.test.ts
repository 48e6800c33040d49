import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLenientDate } from '#shared/cisco/secure-access/lenient-date.ts';

it.each([
  ['2022-01-12T20:00:00Z', '2022-01-12T20:00:00.000Z'],
  ['2022-01-12T20:00:00.250Z', '2022-01-12T20:00:00.250Z'],
  ['2022-01-12T20:00:00Z00:00', '2022-01-12T20:00:00.000Z'],
  ['2022-01-12T20:00:00', '2022-01-12T20:00:00.000Z'],
  ['2022-01-12 20:00:00', '2022-01-12T20:00:00.000Z'],
  ['2022-01-12T20:00:00+02:00', '2022-01-12T18:00:00.000Z'],
  ['2022-01-12', '2022-01-12T00:00:00.000Z'],
])('%s is read as %s', (text, expected) => {
  expect(parseLenientDate(text)?.toISOString()).toBe(expected);
});

it.each(['', '  ', 'never', '2022-13-45', undefined, null])('%j is no date', (text) => {
  expect(parseLenientDate(text)).toBeUndefined();
});

it('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseLenientDate(text)));
});
