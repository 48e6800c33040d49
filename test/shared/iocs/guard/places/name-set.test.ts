import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSet, placedName } from '#shared/iocs/guard/places/name-set.ts';

const name = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
  .map((labels) => [...labels, 'example'].join('.'));

describe('a set of names', () => {
  const set = nameSet([
    'corp.example',
    'www.shop.example',
    '.dotted.example',
    'deep.in.tree.example',
    'www.www.twice.example',
  ]);

  it.each([
    ['corp.example', 'on', 'corp.example'],
    ['a.b.corp.example', 'below', 'corp.example'],
    ['shop.example', 'on', 'shop.example'],
    ['www.corp.example', 'on', 'corp.example'],
    ['www.twice.example', 'on', 'www.twice.example'],
    ['www.www.twice.example', 'on', 'www.twice.example'],
    ['twice.example', 'above', 'www.twice.example'],
    ['m.shop.example', 'below', 'shop.example'],
    ['x.dotted.example', 'below', 'dotted.example'],
    ['tree.example', 'above', 'deep.in.tree.example'],
    ['in.tree.example', 'above', 'deep.in.tree.example'],
  ])('%s is %s %s', (asked, relation, listed) => {
    expect(set.match(placedName(asked))).toEqual({ relation, listed });
  });

  it.each(['acorp.example', 'corp.example.com', 'other.tree.example'])(
    '%s has nothing to do with it',
    (asked) => {
      expect(set.match(placedName(asked))).toBeUndefined();
    },
  );

  it('answers as a look at every listed name would', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), name, (listed, asked) => {
        const match = nameSet(listed).match(placedName(asked));
        const isOn = listed.includes(asked);
        const isAbove = listed.some((one) => one.endsWith(`.${asked}`));
        const isBelow = listed.some((one) => asked.endsWith(`.${one}`));
        const expected = isOn ? 'on' : isAbove ? 'above' : isBelow ? 'below' : undefined;
        expect(match?.relation).toBe(expected);
      }),
    );
  });
});
