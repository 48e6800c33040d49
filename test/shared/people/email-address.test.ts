import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseEmailAddress } from '#shared/people/email-address.ts';

it.each([
  ['Bob.Moss@Acme.example', 'bob.moss@acme.example'],
  ['  ada@acme.example\n', 'ada@acme.example'],
  ["o'brien+vpn@mail.acme.example", "o'brien+vpn@mail.acme.example"],
])('%o is the address %s', (text, address) => {
  expect(parseEmailAddress(text)).toBe(address);
});

it.each([
  '',
  ' ',
  '@',
  'bob',
  'bob@',
  '@acme.example',
  'bob@acme',
  'bob@acme.example, eve@acme.example',
  'Bob <bob@acme.example>',
  'bob moss@acme.example',
  `${'b'.repeat(250)}@acme.example`,
])('%o is no address', (text) => {
  expect(parseEmailAddress(text)).toBeUndefined();
});

it('an address is read as itself however it is written, and is one line without space', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.constantFrom('', ' ', '\t', '\r\n'), (text, space) => {
      const address = parseEmailAddress(space + text.toUpperCase() + space);
      // The generator knows characters that no mail system in use accepts.
      fc.pre(address !== undefined);
      expect(address).toBe(text.toLowerCase());
      expect(parseEmailAddress(address ?? '')).toBe(address);
      expect(address).toMatch(/^[^\s@]+@[^\s@]+$/);
    }),
  );
});

it('nothing that anybody sends makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => parseEmailAddress(text) === undefined || text.includes('@')));
});
