import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostPresent } from '#shared/cisco/security-cloud-control/users/most-present.ts';
import { directoryIdSchema, type PresentPerson } from '#shared/people/directory.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';

const states = ['active', 'invited', 'disabled'] as const;
const email = emailAddressSchema.parse('bob@acme.example');
const entry = fc
  .tuple(fc.constantFrom(...states), fc.uuid())
  .map(([state, id]): PresentPerson => ({ state, email, listedAs: email, id: directoryIdSchema.parse(id) }));

it('of several entries of one address the one with which the person is in most counts, and the first of equals', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1 }), (entries) => {
      const state = states.find((candidate) => entries.some((one) => one.state === candidate));
      expect(mostPresent(entries)).toBe(entries.find((one) => one.state === state));
    }),
  );
});

it('nobody is nobody', () => {
  expect(mostPresent([])).toBeUndefined();
});
