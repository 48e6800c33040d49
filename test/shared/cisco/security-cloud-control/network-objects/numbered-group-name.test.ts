import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  highestGroupNumber,
  numberedGroupName,
  numberInGroupName,
} from '#shared/cisco/security-cloud-control/network-objects/numbered-group-name.ts';

const part = fc.stringMatching(/^[A-Za-z0-9_.-]{1,16}$/);
const names = fc.oneof(
  part,
  fc.tuple(part, part).map(([one, other]) => `${one} ${other}`.slice(0, 32).trimEnd()),
);
const numbers = fc.integer({ min: 1, max: highestGroupNumber });

it('a numbered name follows the rules of names, and its number can be read back in any case', () => {
  fc.assert(
    fc.property(names, numbers, (name, number) => {
      const numbered = numberedGroupName(name, number);
      expect(numbered).toMatch(/^[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+)*$/);
      expect(numbered.length).toBeLessThanOrEqual(32);
      expect(numberInGroupName(name, numbered)).toBe(number);
      expect(numberInGroupName(name.toUpperCase(), numbered.toLowerCase())).toBe(number);
    }),
  );
});

it.each([
  'blocked',
  'blocked-',
  'blocked-1',
  'blocked-00',
  'blocked-001',
  'blocked-0x',
  'unblocked-01',
  'blocked-01-02',
])('%s is no numbered group of blocked', (candidate) => {
  expect(numberInGroupName('blocked', candidate)).toBeUndefined();
});
