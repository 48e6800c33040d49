import { expect, it } from 'vitest';
import { fieldAt, fieldsAt } from '#shared/webhooks/parsers/fields/field-at.ts';

it.each([
  ['nested', { a: { b: { c: 1 } } }],
  ['dotted', { 'a.b.c': 1 }],
  ['half of each', { a: { 'b.c': 1 } }],
  ['half of each, the other way round', { 'a.b': { c: 1 } }],
])('a path finds a member that is %s', (_, json) => {
  expect(fieldAt(json, 'a.b.c')).toBe(1);
});

it('a path leads through arrays', () => {
  expect(fieldsAt([{ a: [{ b: 1 }, { b: [2, 3] }] }, { a: { b: 4 } }], 'a.b')).toEqual([1, [2, 3], 4]);
});

it.each([
  [{ a: 1 }, 'b'],
  [{ a: 1 }, 'a.b'],
  [{}, 'constructor'],
  [{}, '__proto__.polluted'],
  ['text', 'length'],
  [null, 'a'],
  [undefined, 'a'],
])('in %j there is nothing at %s', (json, path) => {
  expect(fieldsAt(json, path)).toEqual([]);
});
