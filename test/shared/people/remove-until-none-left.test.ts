import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Removal, removeUntilNoneLeft } from '#shared/people/remove-until-none-left.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';

interface Stubborn {
  readonly name: string;
  /** Removals that it survives: failed ones, or ones after which it was back. */
  readonly survives: number;
}

function placeWith(items: readonly Stubborn[]) {
  let there = [...items];
  const asked: string[] = [];
  const removal: Removal<Stubborn> = {
    list: async () => there,
    remove: async (removed) => {
      asked.push(removed.map(({ name }) => name).join(' '));
      const surviving = removed.filter(({ survives }) => survives > 0);
      there = surviving.map(({ name, survives }) => ({ name, survives: survives - 1 }));
      return surviving.map(({ name }) => ({ what: name, reason: 'busy' }));
    },
  };
  return { removal, asked };
}

const limits = { mostRounds: 3, waitMilliseconds: 1_000 };

describe('removing until none is left', () => {
  it('asks for nothing where nothing is', async () => {
    const { removal, asked } = placeWith([]);
    const result = await removeUntilNoneLeft(removal, { sleep: new AdvancingTime().sleep, limits });
    expect(result).toEqual({ result: 'none-left', foundAtFirst: 0, rounds: 0 });
    expect(asked).toEqual([]);
  });

  it('asks again for what is still there, and for nothing else', async () => {
    const { removal, asked } = placeWith([
      { name: 'soft', survives: 0 },
      { name: 'hard', survives: 2 },
    ]);
    const time = new AdvancingTime();
    const result = await removeUntilNoneLeft(removal, { sleep: time.sleep, limits });
    expect(result).toEqual({ result: 'none-left', foundAtFirst: 2, rounds: 3 });
    expect(asked).toEqual(['soft hard', 'hard', 'hard']);
    expect(time.slept).toEqual([1_000, 1_000, 1_000]);
  });

  it('ends, and says what is left and why', async () => {
    const { removal } = placeWith([{ name: 'everlasting', survives: 99 }]);
    const result = await removeUntilNoneLeft(removal, { sleep: new AdvancingTime().sleep, limits });
    expect(result).toMatchObject({
      result: 'some-left',
      rounds: 3,
      left: [{ name: 'everlasting' }],
      notRemoved: [{ what: 'everlasting', reason: 'busy' }],
    });
  });

  it('never says that none is left while one is, and never takes more rounds than it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 6 }), { maxLength: 8 }), async (survivals) => {
        const items = survivals.map((survives, index) => ({ name: `item-${index}`, survives }));
        const { removal, asked } = placeWith(items);
        const result = await removeUntilNoneLeft(removal, { sleep: new AdvancingTime().sleep, limits });
        const isOver = survivals.every((survives) => survives < limits.mostRounds);
        expect(result.result).toBe(isOver ? 'none-left' : 'some-left');
        expect(asked.length).toBeLessThanOrEqual(limits.mostRounds);
      }),
    );
  });
});
