import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailTemplateSchema } from '#shared/config/email-template.ts';
import { parseEmailAddress } from '#shared/people/email-address.ts';
import { deriveEmail } from '#shared/people/lifecycle/derive-email.ts';

const usual = '{firstName}.{lastName}@corp.example';

describe('an address made from a name', () => {
  it.each([
    ['Carlos', 'Núñez', 'carlos.nunez@corp.example'],
    ['Ana', 'de la Cruz', 'ana.delacruz@corp.example'],
    ['Zoë', "Müller-O'Neil", 'zoe.muller-oneil@corp.example'],
    ['Søren', 'Æbelø', 'soren.aebelo@corp.example'],
    ['Łukasz', 'Groß', 'lukasz.gross@corp.example'],
    ['J. R.', 'Smith Jr.', 'jr.smithjr@corp.example'],
  ])('of %s %s is %s', (firstName, lastName, expected) => {
    expect(deriveEmail(usual, { firstName, lastName }, 'one-letter')).toBe(expected);
  });

  it('writes umlauts with two letters where that is usual', () => {
    const name = { firstName: 'Zoë', lastName: 'Mu\u0308ller' };
    expect(deriveEmail(usual, name, 'two-letters')).toBe('zoe.mueller@corp.example');
  });

  it.each([
    ['{firstInitial}{lastName}@corp.example', 'cnunez@corp.example'],
    ['{employeeId}@corp.example', 'e004512@corp.example'],
    ['{lastName}.{firstInitial}{lastInitial}@corp.example', 'nunez.cn@corp.example'],
  ])('follows the template %s', (template, expected) => {
    const parts = { firstName: 'Carlos', lastName: 'Núñez', employeeId: 'E004512' };
    expect(deriveEmail(template, parts, 'one-letter')).toBe(expected);
  });

  it.each([
    ['no last name', { firstName: 'Carlos' }],
    ['an empty first name', { firstName: ' ', lastName: 'Núñez' }],
    ['letters without a rule', { firstName: '偉', lastName: '李' }],
    ['somebody else in it', { firstName: 'a@b', lastName: 'c' }],
    ['a template in it', { firstName: '{lastName}', lastName: 'c' }],
  ])('is not made with %s', (_, parts) => {
    expect(deriveEmail(usual, parts, 'one-letter')).toBeUndefined();
  });

  it('is always one address of the company, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (firstName, lastName) => {
        const email = deriveEmail(usual, { firstName, lastName }, 'two-letters');
        if (email === undefined) return;
        expect(email).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+@corp\.example$/);
        expect(parseEmailAddress(email)).toBe(email);
      }),
    );
  });
});

describe('a template of addresses', () => {
  it.each([
    ['no domain', '{firstName}.{lastName}', /a template such as/],
    ['a part that is not known', '{nickname}.{lastName}@corp.example', /may stand in braces/],
    ['a first name alone', '{firstName}@corp.example', /several people get the same address/],
  ])('with %s is refused', (_, template, message) => {
    expect(() => emailTemplateSchema.parse(template)).toThrow(message);
  });
});
