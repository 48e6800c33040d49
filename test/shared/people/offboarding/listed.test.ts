import { expect, it } from 'vitest';
import { listed } from '#shared/people/offboarding/listed.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index + 1}`);

it.each([
  [0, ''],
  [1, 'n1'],
  [2, 'n1, n2'],
])('%d names stand there as they are', (count, text) => {
  expect(listed(names(count))).toBe(text);
});

it('of a thousand names the first are told, and how many more there are', () => {
  expect(listed(names(1_000))).toMatch(/^n1, .*, n20, and 980 more$/);
});
