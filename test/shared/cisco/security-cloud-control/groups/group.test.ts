import { expect, it } from 'vitest';
import { groupOf } from '#shared/cisco/security-cloud-control/groups/group.ts';
import { groupIdSchema } from '#shared/people/groups.ts';

const id = groupIdSchema.parse('e980e881-b61f-41f0-a9b4-06fbd2118f01');

it.each([
  ['Local', 'us'],
  [undefined, 'us'],
  ['Federated', 'identity-provider'],
  ['Shared', 'another-organisation'],
  ['System', 'platform'],
  ['a kind of tomorrow', 'platform'],
] as const)('the members of a group of type %s are managed by %s', (type, membersManagedBy) => {
  expect(groupOf({ id, name: 'Analysts', type })).toEqual({ id, name: 'Analysts', membersManagedBy });
});

it('a group without a name is called by its id', () => {
  expect(groupOf({ id, name: undefined, type: 'Local' }).name).toBe(id);
});
