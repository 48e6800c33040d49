import { expect, it } from 'vitest';
import { entriesOfGroup, valuesWithout } from '#shared/cisco/secure-access/network-objects/entry-of-group.ts';
import { networkObjectGroupSchema } from '#shared/cisco/secure-access/network-objects/network-object-group.ts';

const odd = { type: 'fqdn', value: 'bad.example' };
const two = { type: 'host', addresses: ['192.0.2.1', '192.0.2.2'], note: 'mine' };
const group = networkObjectGroupSchema.parse({
  id: 7,
  name: 'blocked',
  description: null,
  objects: [],
  groups: [{ id: 3, name: 'inner' }],
  values: [odd, two, { type: 'host', addresses: ['192.0.2.3'] }],
});

it('each address of a value is an entry, named by group, type and address', () => {
  expect(entriesOfGroup(group)).toEqual([
    { entryId: '7 host 192.0.2.1', value: '192.0.2.1' },
    { entryId: '7 host 192.0.2.2', value: '192.0.2.2' },
    { entryId: '7 host 192.0.2.3', value: '192.0.2.3' },
  ]);
});

it('what is kept is sent back as it came, in whatever form', () => {
  const unwanted = entriesOfGroup(group).filter(({ value }) => value !== '192.0.2.1');
  expect(valuesWithout(group, new Set(unwanted.map(({ entryId }) => entryId)))).toEqual([
    odd,
    { ...two, addresses: ['192.0.2.1'] },
  ]);
});

it('a member that could not be sent back makes the group unreadable', () => {
  const shown = { id: 7, name: 'blocked', objects: [{ name: 'without id' }], groups: [], values: [] };
  expect(networkObjectGroupSchema.safeParse(shown).success).toBe(false);
});
