import { expect, it } from 'vitest';
import { isKeyDue } from '#shared/credentials/secure-access-key/is-due.ts';

const now = new Date('2026-06-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

it.each([
  ['a young key that never expires', -10, undefined, 60, 90, false],
  ['a key of the configured age', -60, 30, 60, 90, true],
  ['a young key that ends in 14 days', -10, 14, 60, 90, true],
  ['a young key that ends in 15 days', -10, 15, 60, 90, false],
  ['a key that has ended', -10, -1, 60, 90, true],
  ['a key of unknown age', undefined, 80, 60, 90, true],
  ['a young key of a short life', -1, 9, 5, 10, false],
  ['a key of a short life, at its configured age', -5, 5, 5, 10, true],
])('%s: due or not', (_said, madeDays, endsDays, everyDays, lifetimeDays, isDue) => {
  const key = {
    createdAt: madeDays === undefined ? undefined : inDays(madeDays),
    expiresAt: endsDays === undefined ? undefined : inDays(endsDays),
  };
  expect(isKeyDue(key, { everyDays, lifetimeDays }, now)).toBe(isDue);
});
