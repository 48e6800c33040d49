import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '#shared/people/email-address.ts';

describe('a mail address', () => {
  it.each([
    ['in capitals', 'Carlos.Nunez@CORP.example', 'carlos.nunez@corp.example'],
    ['with white space around it', ' ana@corp.example\n', 'ana@corp.example'],
    ['of a domain with an umlaut', 'ana@müller.example', 'ana@xn--mller-kva.example'],
  ])('%s has one spelling', (_, text, expected) => {
    expect(parseEmailAddress(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '@',
    '@corp.example',
    'carlos',
    'carlos@',
    'carlos@corp',
    'Carlos <carlos@corp.example>',
    'a@corp.example, b@corp.example',
    'a@b@corp.example',
    'a@corp.example?x',
    '*@corp.example/',
    `${'a'.repeat(65)}@corp.example`,
  ])('is not %j', (text) => {
    expect(parseEmailAddress(text)).toBeUndefined();
  });

  it('read again is the same, and never empty', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        const address = parseEmailAddress(text);
        if (address === undefined) return;
        expect(address).toMatch(/^[^@\s]+@[^@\s]+\.[^@\s]+$/);
        expect(parseEmailAddress(address)).toBe(address);
      }),
    );
  });
});
