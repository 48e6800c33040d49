import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRefusedDestinations } from '#shared/cisco/secure-access/refused-destinations.ts';

describe('the destinations that a refusal names', () => {
  it.each<[message: string, refused: Record<string, string>]>([
    ['Validation error: {"http://github.com/x":"high-volume"}', { 'http://github.com/x': 'high-volume' }],
    ['{"a.example":"bad","b.example":"worse"}', { 'a.example': 'bad', 'b.example': 'worse' }],
    ['refused {"a.example":"bad"} and nothing else', { 'a.example': 'bad' }],
    ['{"a.example":"you sent Bearer canary"}', { 'a.example': 'you sent Bearer [redacted]' }],
    ['Validation error', {}],
    ['', {}],
    ['} before {', {}],
    ['{not json}', {}],
    ['{"a.example":["a list of reasons"]}', {}],
    ['see {the manual}: {"a.example":"bad"}', {}],
    ['[{"a.example":"bad"},{"b.example":"bad"}]', {}],
  ])('are read from %j', (message, refused) => {
    expect(Object.fromEntries(readRefusedDestinations(message))).toEqual(refused);
  });

  it('are read from between any words without braces', () => {
    const words = fc.string().filter((text) => !/[{}]/.test(text));
    const reasons = fc.dictionary(fc.domain(), fc.constantFrom('bad', 'is on a high-volume domain'));
    fc.assert(
      fc.property(words, reasons, words, (before, refused, after) => {
        const message = `${before}${JSON.stringify(refused)}${after}`;
        expect(Object.fromEntries(readRefusedDestinations(message))).toEqual({ ...refused });
      }),
    );
  });

  it('are none, rather than a failure, in whatever else is said', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (message) => {
        expect(readRefusedDestinations(message)).toBeInstanceOf(Map);
      }),
    );
  });
});
