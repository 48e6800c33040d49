import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPositives } from '#shared/cisco/secure-access/reports/find-positives.ts';

it('finds exactly the positive ones, with at most 2n - 1 questions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (answers) => {
      let questions = 0;
      const items = answers.map((isPositive, number) => ({ number, isPositive }));
      const found = await findPositives(items, async (asked) => {
        questions += 1;
        return asked.some(({ isPositive }) => isPositive);
      });
      expect(found).toEqual(items.filter(({ isPositive }) => isPositive));
      expect(questions).toBeLessThanOrEqual(Math.max(0, 2 * items.length - 1));
    }),
  );
});

it.each([
  [0, 1],
  [1, 13],
  [2, 24],
])('of 64, %i positive ones take %i questions', async (positives, mostQuestions) => {
  let questions = 0;
  const items = Array.from({ length: 64 }, (_, number) => number);
  await findPositives(items, async (asked) => {
    questions += 1;
    return asked.some((number) => number % 32 === 0 && number / 32 < positives);
  });
  expect(questions).toBeLessThanOrEqual(mostQuestions);
});

it('asks nothing about nothing', async () => {
  const never = () => Promise.reject(new Error('asked'));
  expect(await findPositives([], never)).toEqual([]);
});
