import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { entryIdSchema } from '#shared/iocs/blocking/entry-id.ts';
import { addresses, entriesOf, entryIdsOf, groupName, host, startSimulatedGroup } from './simulated-group.ts';

const [first, second] = ['198.51.100.1', '198.51.100.2'] as const;
const byHand = '203.0.113.7';
const search = 'GET /networkObjectGroups';
const read = 'GET /networkObjectGroups/{id}';
const make = 'POST /networkObjectGroups';
const change = 'PUT /networkObjectGroups/{id}';

describe('4,000 addresses', () => {
  it('become one group, in a search and a write', async () => {
    const { destination, calls, valuesIn } = await startSimulatedGroup();

    const answer = await destination.add(entriesOf(addresses(4_000)));

    expect(answer).toEqual({ kind: 'accepted', entryCount: 4_000 });
    expect(calls()).toEqual([search, make]);
    expect(valuesIn(groupName)).toHaveLength(4_000);
  });

  it('are found again in one read', async () => {
    const { destination, newDestination, calls } = await startSimulatedGroup();
    const values = addresses(4_000);
    await destination.add(entriesOf(values));
    calls();

    const { entries, entryCount } = await newDestination().find(values.map((value) => ({ value })));

    expect([entries.size, entryCount]).toEqual([4_000, 4_000]);
    expect(calls()).toEqual([search]);
  });

  it('are released in a read and a write; what was added by hand stays', async () => {
    const { destination, control, calls, valuesIn } = await startSimulatedGroup();
    const values = addresses(4_000);
    await destination.add(entriesOf(values));
    control.networkObjects.putObject({ name: 'web-1', value: host(first) });
    control.networkObjects.editGroup({ name: groupName, add: [host(byHand)] });
    const ids = await entryIdsOf(destination, values);
    calls();

    expect(await destination.remove(ids)).toBe(1);

    expect(calls()).toEqual([read, change]);
    expect(valuesIn(groupName)).toEqual([byHand]);
  });
});

describe('adding', () => {
  it.each([
    ['ipv4', first, 'host'],
    ['ipv6', '2001:db8::1', 'host'],
    ['cidr', '198.51.100.0/24', 'network'],
    ['domain', 'bad.example', 'fqdn'],
  ] as const)('%s makes %s a %s', async (type, value, valueType) => {
    const { destination } = await startSimulatedGroup();

    await destination.add(entriesOf([value], type));

    const found = await destination.find([{ value }]);
    expect(found.entries.get(value)).toEqual({
      value,
      entryId: expect.stringMatching(new RegExp(`^\\d+ ${valueType} `)),
      comment: undefined,
    });
  });

  it('leaves objects, groups and values of others as they are', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.networkObjects.putObject({ name: 'web-1', value: host(second) });
    control.networkObjects.putGroup({ name: 'inner' });
    control.networkObjects.putGroup({
      name: groupName,
      values: [{ type: 'range', addresses: ['192.0.2.1-192.0.2.9'] }],
      objects: ['web-1'],
      groups: ['inner'],
    });

    expect(await destination.add(entriesOf([first]))).toEqual({ kind: 'accepted', entryCount: 2 });

    expect(control.networkObjects.state().networkObjectGroups).toContainEqual(
      expect.objectContaining({ values: ['192.0.2.1-192.0.2.9', first], members: ['web-1', 'inner'] }),
    );
  });

  it('what is there already, in whatever spelling, writes nothing', async () => {
    const { destination, control, calls } = await startSimulatedGroup();
    control.networkObjects.putGroup({ name: groupName, values: [host('2001:DB8::1')] });

    expect(await destination.add(entriesOf(['2001:db8::1'], 'ipv6'))).toEqual({
      kind: 'accepted',
      entryCount: 1,
    });

    expect(calls()).toEqual([search]);
  });

  it('tells which addresses are refused, and writes none of them', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.changeSettings({ refusedNetworkValues: [second] });

    expect(await destination.add(entriesOf([first, second]))).toEqual({
      kind: 'refused',
      reason: `Invalid addresses: ${second}.`,
      refused: new Map([[second, `Invalid addresses: ${second}.`]]),
    });

    expect(await destination.count()).toBe(0);
  });

  it('a hash is refused, the address beside it is written', async () => {
    const { destination } = await startSimulatedGroup();
    const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
    const [hash] = entriesOf([md5], 'md5');

    expect(await destination.add([hash, ...entriesOf([first])])).toMatchObject({
      kind: 'refused',
      refused: new Map([[md5, expect.stringContaining('md5')]]),
    });

    expect(await destination.count()).toBe(1);
  });

  it('more than an organisation takes is refused with the reason', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.changeSettings({ mostNetworkObjects: 2 });

    expect(await destination.add(entriesOf([first, second]))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('2 network objects'),
    });
  });

  it('works where a change joins the lists', async () => {
    const { destination, control, valuesIn } = await startSimulatedGroup();
    control.changeSettings({ networkObjectGroupPut: 'merge' });
    await destination.add(entriesOf([first]));

    expect(await destination.add(entriesOf([second]))).toEqual({ kind: 'accepted', entryCount: 2 });
    expect(valuesIn(groupName)).toEqual([first, second]);
  });

  it('to a group whose members are too new to be known is tried later', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.networkObjects.putGroup({ name: 'inner' });
    control.networkObjects.putGroup({ name: groupName, groups: ['inner'] });
    control.changeSettings({ networkObjectSettlingSeconds: 60 });

    const adding = destination.add(entriesOf([first]));

    await expect(adding).rejects.toThrow(RetryLater);
    await expect(adding).rejects.toMatchObject({ retryAfterSeconds: 10 });
  });

  it.each([
    ['made by somebody else meanwhile', 409],
    ['deleted meanwhile', 404],
  ])('to a group that was %s is tried later', async (_said, status) => {
    const { destination, control } = await startSimulatedGroup();
    control.addFault({
      match: { method: 'POST', template: '/policies/v2/objects/networkObjectGroups' },
      effect: { kind: 'respond', status, body: { error: 'not as it was' } },
    });
    await expect(destination.add(entriesOf([first]))).rejects.toThrow(RetryLater);
  });

  it('is unknown when the answer is lost, and is there', async () => {
    const { destination, control, valuesIn } = await startSimulatedGroup();
    control.addFault({
      match: { method: 'POST', template: '/policies/v2/objects/networkObjectGroups' },
      effect: { kind: 'process-then-drop' },
    });

    await expect(destination.add(entriesOf([first]))).rejects.toThrow(OutcomeUnknown);

    expect(valuesIn(groupName)).toEqual([first]);
    expect(await destination.count()).toBe(1);
  });

  it('without the scope names the scope', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.putKey({
      id: 'e1f7c9a2-5b3d-4c80-9f16-0a2b4c6d8e01',
      key: 'local-key',
      secret: 'local-secret',
      scopes: ['policies.objects.networkObjectGroups:read'],
    });

    const adding = destination.add(entriesOf([first]));

    await expect(adding).rejects.toThrow(ConfigurationProblem);
    await expect(adding).rejects.toThrow('policies.objects.networkObjectGroups:write');
  });
});

describe('the group', () => {
  it('is the one of exactly that name', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.networkObjects.putGroup({ name: `${groupName} too`, values: [host(first)] });
    control.networkObjects.putGroup({ name: groupName.toUpperCase(), values: [host(first)] });
    expect(await destination.count()).toBe(0);
  });

  it('is found where the list is not narrowed down, page by page', async () => {
    const { destination, control, calls } = await startSimulatedGroup();
    control.changeSettings({ networkObjectNameFilter: 'ignored' });
    for (let number = 1; number <= 1_000; number += 1) {
      control.networkObjects.putGroup({ name: `other ${number}` });
    }
    control.networkObjects.putGroup({ name: groupName, values: [host(first)] });

    expect(await destination.count()).toBe(1);
    expect(calls()).toEqual([search, search]);
  });

  it('that was deleted and made anew by hand holds none of our entries', async () => {
    const { destination, control, valuesIn } = await startSimulatedGroup();
    await destination.add(entriesOf([first]));
    const ids = await entryIdsOf(destination, [first]);
    control.networkObjects.deleteGroup(groupName);
    control.networkObjects.putGroup({ name: groupName, values: [host(first)] });

    const [entryId] = ids;
    expect((await destination.find([{ value: first, entryId }])).entries.size).toBe(0);
    expect(await destination.remove(ids)).toBe(1);
    expect(valuesIn(groupName)).toEqual([first]);
  });

  it('gives all its entries in one page, and none where there is no group', async () => {
    const { destination } = await startSimulatedGroup();
    const pages = async () => {
      const all: string[][] = [];
      for await (const page of destination.entries()) all.push(page.map(({ value }) => value));
      return all;
    };
    expect(await pages()).toEqual([]);
    await destination.add(entriesOf([first, second]));
    expect(await pages()).toEqual([[first, second]]);
  });
});

describe('removing', () => {
  it('what is gone already writes nothing', async () => {
    const { destination, control, calls } = await startSimulatedGroup();
    await destination.add(entriesOf([first, second]));
    const ids = await entryIdsOf(destination, [first]);
    control.networkObjects.editGroup({ name: groupName, remove: [first] });
    calls();

    expect(await destination.remove(ids)).toBe(1);
    expect(calls()).toEqual([read]);
  });

  it('where there is no group does nothing', async () => {
    const { destination, calls } = await startSimulatedGroup();
    expect(await destination.remove([entryIdSchema.parse(`7 host ${first}`)])).toBe(0);
    expect(calls()).toEqual([search]);
  });

  it('where a change joins the lists is left to a person, who is told what to take out', async () => {
    const { destination, control } = await startSimulatedGroup();
    const values = addresses(7);
    await destination.add(entriesOf(values));
    const ids = await entryIdsOf(destination, values);
    control.changeSettings({ networkObjectGroupPut: 'merge' });

    const removing = destination.remove(ids);

    await expect(removing).rejects.toThrow(ConfigurationProblem);
    await expect(removing).rejects.toThrow(/still holds 10\.0\.0\.0, .* and 2 more\. Take them out/);
  });

  it('is unknown when the change is refused', async () => {
    const { destination, control } = await startSimulatedGroup();
    await destination.add(entriesOf([first]));
    const ids = await entryIdsOf(destination, [first]);
    control.addFault({
      match: { method: 'PUT' },
      effect: { kind: 'respond', status: 400, body: { error: 'no' } },
    });
    await expect(destination.remove(ids)).rejects.toThrow(OutcomeUnknown);
  });
});
