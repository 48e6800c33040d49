import { expect, it } from 'vitest';
import {
  groupIdsAround,
  rulesUsingGroups,
} from '#shared/cisco/secure-access/network-objects/rules-using-group.ts';

const group = (id: number, groupIds: number[]) => ({
  id,
  name: `group ${id}`,
  description: undefined,
  objectIds: [],
  groupIds,
  values: [],
});

it.each<[attributeName: unknown, attributeValue: unknown, sides: string[]]>([
  ['umbrella.destination.networkObjectGroupIds', [4, 7], ['destination']],
  ['umbrella.destination.networkobjectgroupids', [7], ['destination']],
  ['umbrella.source.networkObjectGroupIds_shared', ['7'], ['source']],
  ['umbrella.destination.networkObjectGroupIds', 7, ['destination']],
  ['umbrella.destination.networkObjectGroupIds', [70, 17], []],
  ['umbrella.destination.networkObjectGroupIds', true, []],
  ['umbrella.destination.networkObjectIds', [7], []],
  ['umbrella.destination.serviceObjectGroupIds', [7], []],
  [undefined, [7], []],
])('a condition %s of %j names group 7 on the sides %j', (attributeName, attributeValue, sides) => {
  const rule = { ruleId: 1, name: 'one', action: 'block', isEnabled: true };
  const using = rulesUsingGroups(
    [{ ...rule, conditions: [{ attributeName, attributeValue }] }],
    new Set([7]),
  );
  expect(using).toEqual(sides.map((side) => ({ ...rule, side, isForServicesOnly: false })));
});

it('a rule that names a group on both sides counts for each', () => {
  const conditions = ['source', 'destination', 'destination'].map((side) => ({
    attributeName: `umbrella.${side}.networkObjectGroupIds`,
    attributeValue: [7],
  }));
  const rule = { ruleId: 1, name: 'one', action: 'block', isEnabled: true, conditions };
  expect(rulesUsingGroups([rule], new Set([7])).map(({ side }) => side)).toEqual(['source', 'destination']);
});

it('all groups around a group are found, also where they go round in a circle', () => {
  const groups = [group(1, []), group(2, [1]), group(3, [2]), group(4, [3, 5]), group(5, [4]), group(6, [])];
  expect([...groupIdsAround(groups, 1)].toSorted()).toEqual([1, 2, 3, 4, 5]);
});
