import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import {
  addresses,
  entriesOf,
  entryIdsOf,
  groupName,
  host,
  startSimulatedObjects,
} from './simulated-objects.ts';

const [first, second, third] = ['198.51.100.1', '198.51.100.2', '198.51.100.3'] as const;
const byHand = '203.0.113.7';

describe('4,000 addresses', () => {
  it('become three groups under one parent, in a search and four writes', async () => {
    const { destination, calls, groupNames, membersOf, valuesIn } = await startSimulatedObjects();

    const answer = await destination.add(entriesOf(addresses(4_000)));

    expect(answer).toEqual({ kind: 'accepted', entryCount: 4_000, notEnforced: new Map() });
    expect(calls()).toEqual(['GET ', ...Array(4).fill('POST /networkGroups')]);
    expect(groupNames().toSorted()).toEqual(['blocked', 'blocked-01', 'blocked-02', 'blocked-03']);
    expect(membersOf('blocked')).toEqual(['blocked-01', 'blocked-02', 'blocked-03']);
    expect([1, 2, 3].map((number) => valuesIn(`blocked-0${number}`).length)).toEqual([1_500, 1_500, 1_000]);
  });

  it('are found again in a search and one read', async () => {
    const { destination, newDestination, calls } = await startSimulatedObjects();
    const values = addresses(4_000);
    await destination.add(entriesOf(values));
    calls();

    const { entries, entryCount } = await newDestination().find(values.map((value) => ({ value })));

    expect([entries.size, entryCount]).toEqual([4_000, 4_000]);
    expect(calls()).toEqual(['GET ', 'POST /bulk']);
  });

  it('are released with one change for each group; what was added by hand stays, in child and parent', async () => {
    const { destination, control, calls, valuesIn } = await startSimulatedObjects();
    const values = addresses(4_000);
    await destination.add(entriesOf(values));
    control.objects.editGroup({ name: 'blocked-02', add: [host(byHand)] });
    control.objects.editGroup({ name: 'blocked', add: [host('203.0.113.8')] });
    const ids = await entryIdsOf(destination, values);
    calls();

    expect(await destination.remove(ids)).toBe(2);

    expect(calls()).toEqual(['POST /bulk', ...Array(3).fill('PATCH /networkGroups/{id}')]);
    expect([valuesIn('blocked-02'), valuesIn('blocked')]).toEqual([[byHand], ['203.0.113.8']]);
  });
});

describe('further addresses', () => {
  it('go into the last group that has room: one read, one change', async () => {
    const { destination, calls, valuesIn } = await startSimulatedObjects();
    await destination.add(entriesOf([first]));
    calls();

    const answer = await destination.add(entriesOf([second]));

    expect(answer).toMatchObject({ kind: 'accepted', entryCount: 2 });
    expect(calls()).toEqual(['POST /bulk', 'PATCH /networkGroups/{id}']);
    expect(valuesIn('blocked-01')).toEqual([first, second]);
  });

  it('fill a group and begin the next, which joins the parent', async () => {
    const { destination, calls, valuesIn, membersOf } = await startSimulatedObjects();
    await destination.add(entriesOf(addresses(1_499)));
    calls();

    await destination.add(entriesOf([first, second, third]));

    expect(calls()).toEqual([
      'POST /bulk',
      'PATCH /networkGroups/{id}',
      'POST /networkGroups',
      'PATCH /networkGroups/{id}',
    ]);
    expect(valuesIn('blocked-02')).toEqual([second, third]);
    expect(membersOf('blocked')).toEqual(['blocked-01', 'blocked-02']);
  });

  it('that stand there already are not written again, whoever wrote them and however', async () => {
    const { destination, control, calls, valuesIn } = await startSimulatedObjects();
    control.objects.putObject({ name: 'web-1', ...host(second) });
    control.objects.putGroup({ name: 'partners', inlineObjects: [host(third)] });
    control.objects.putGroup({
      name: groupName,
      inlineObjects: [host('2001:DB8::1')],
      memberObjects: ['web-1'],
      memberGroups: ['partners'],
    });
    calls();

    await destination.add([...entriesOf([first, second, third]), ...entriesOf(['2001:db8::1'], 'ipv6')]);

    expect(valuesIn('blocked-01')).toEqual([first]);
    expect(calls()).toEqual([
      'GET ',
      'POST /bulk',
      'POST /bulk',
      'POST /networkGroups',
      'PATCH /networkGroups/{id}',
    ]);
  });

  it.each([
    ['ipv4', first, 'host'],
    ['ipv6', '2001:db8::1', 'host'],
    ['cidr', '198.51.100.0/24', 'cidr'],
    ['domain', 'bad.example', 'fqdn'],
  ] as const)('of the type %s stand there as they are', async (type, value, subtype) => {
    const { destination } = await startSimulatedObjects();
    expect(await destination.add(entriesOf([value], type))).toMatchObject({ kind: 'accepted' });
    expect(await entryIdsOf(destination, [value])).toEqual([expect.stringMatching(` ${subtype} ${value}$`)]);
  });

  it('of a type that no firewall knows are refused by name, and the others are written', async () => {
    const { destination, valuesIn } = await startSimulatedObjects();
    const answer = await destination.add([
      ...entriesOf([first]),
      ...entriesOf(['https://bad.example/x'], 'url'),
    ]);
    expect(answer).toEqual({
      kind: 'refused',
      reason: expect.any(String),
      refused: new Map([['https://bad.example/x', expect.stringContaining('addresses, networks and names')]]),
    });
    expect(valuesIn('blocked-01')).toEqual([first]);
  });

  it('of which one is refused are told by name', async () => {
    const { destination, groupNames } = await startSimulatedObjects();
    const answer = await destination.add([...entriesOf([first]), ...entriesOf(['not_a_name'], 'domain')]);
    expect(answer).toMatchObject({ kind: 'refused', refused: new Map([['not_a_name', expect.any(String)]]) });
    expect(groupNames()).toEqual([]);
  });
});

describe('a platform that counts nested objects', () => {
  async function startCounting() {
    const simulated = await startSimulatedObjects();
    simulated.control.changeSettings({ nestedMembers: 'counted' });
    return simulated;
  }

  it('takes the first group under the parent; the entries of the others are told to have no effect', async () => {
    const { destination, calls, membersOf, control } = await startCounting();
    const values = addresses(1_502);

    const answer = await destination.add(entriesOf(values));

    expect(calls()).toEqual(['GET ', ...Array(4).fill('POST /networkGroups')]);
    expect(membersOf('blocked')).toEqual(['blocked-01']);
    const because =
      'not-used: the group blocked-02 is not in blocked, which takes 1,500 objects with those of its groups; add blocked-02 to the deny rule too';
    const last = values.slice(1_500);
    expect(answer).toMatchObject({
      entryCount: 1_502,
      notEnforced: new Map(last.map((value) => [value, because])),
    });
    expect(control.state().networkObjects).toBe(1_502);
  });

  it('takes the first group beside what somebody put into the parent', async () => {
    const { destination, control, membersOf, valuesIn } = await startCounting();
    control.objects.putGroup({ name: groupName, inlineObjects: [host(byHand)] });
    await destination.add(entriesOf(addresses(1_500)));
    expect(membersOf('blocked')).toEqual(['blocked-01']);
    expect([valuesIn('blocked'), valuesIn('blocked-01').length, valuesIn('blocked-02').length]).toEqual([
      [byHand],
      1_499,
      1,
    ]);
  });

  it('has all of them in effect once a person uses the second group in a deny rule too', async () => {
    const { destination, firewalls } = await startCounting();
    const values = addresses(1_501);
    await destination.add(entriesOf(values));
    firewalls.deny('blocked');
    const [last = ''] = values.slice(-1);
    const before = await destination.find([{ value: last }]);

    firewalls.deny('blocked-02');
    const after = await destination.find([{ value: last }]);

    expect(before.entries.get(last)?.notEnforcedBecause).toMatch(/^not-used: the group blocked-02/);
    expect(after.entries.get(last)?.notEnforcedBecause).toBeUndefined();
    expect(firewalls.asked.at(-1)).toEqual(['blocked-02']);
  });
});

describe('an addition that is cut off', () => {
  it('before a group was put under the parent is finished by the next one', async () => {
    const { destination, newDestination, control, membersOf, groupNames } = await startSimulatedObjects();
    control.addFault({
      match: { method: 'POST', pathPattern: 'networkGroups$' },
      skip: 1,
      effect: { kind: 'drop' },
    });
    await expect(destination.add(entriesOf([first]))).rejects.toThrow(OutcomeUnknown);
    expect(groupNames()).toEqual(['blocked-01']);

    expect(await newDestination().add(entriesOf([first]))).toMatchObject({ entryCount: 1 });

    expect(groupNames()).toEqual(['blocked-01', 'blocked']);
    expect(membersOf('blocked')).toEqual(['blocked-01']);
  });

  it.each([
    ['process-then-drop', 1],
    ['drop', 0],
  ] as const)(
    '(%s) leaves its outcome open, is not repeated by itself, and a count tells',
    async (kind, count) => {
      const { destination, control, calls } = await startSimulatedObjects();
      control.addFault({ match: { method: 'POST', pathPattern: 'networkGroups$' }, effect: { kind } });

      await expect(destination.add(entriesOf([first]))).rejects.toThrow(OutcomeUnknown);

      expect(calls()).toEqual(['GET ', 'POST /networkGroups']);
      expect(await destination.count()).toBe(count);
    },
  );

  it('after a part was written leaves its outcome open, whatever the failure', async () => {
    const { destination, control } = await startSimulatedObjects();
    control.changeSettings({ mostObjects: 1_600 });
    await expect(destination.add(entriesOf(addresses(2_000)))).rejects.toThrow(OutcomeUnknown);
    expect(await destination.count()).toBe(1_500);
    await expect(destination.add(entriesOf(addresses(500, 1_500)))).rejects.toThrow(ConfigurationProblem);
  });

  it.each([
    [404, /are not what they were when they were read \(404: said so\)/],
    [400, /does not take groups into the network group blocked \(400: said so\)/],
  ])(
    'because the parent is refused with %i says so, with the entries in their group',
    async (status, message) => {
      const { destination, control } = await startSimulatedObjects();
      control.objects.putGroup({ name: groupName });
      const body = { code: 'X', message: 'said so' };
      control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'respond', status, body } });
      const failure = destination.add(entriesOf([first]));
      await expect(failure).rejects.toThrow(OutcomeUnknown);
      await expect(failure).rejects.toThrow(message);
      expect(await destination.add(entriesOf([first]))).toMatchObject({ kind: 'accepted', entryCount: 1 });
    },
  );

  it('by too many calls is repeated', async () => {
    const { destination, control, time } = await startSimulatedObjects();
    control.addFault({
      match: { method: 'POST', pathPattern: 'networkGroups$' },
      effect: { kind: 'respond', status: 429 },
    });
    expect(await destination.add(entriesOf([first]))).toMatchObject({ kind: 'accepted' });
    expect(time.slept).toEqual([1_000]);
  });
});

describe('limits and names', () => {
  it('of an organisation that is full are told with what to do', async () => {
    const { destination, control } = await startSimulatedObjects();
    control.changeSettings({ mostObjects: 1 });
    await expect(destination.add(entriesOf([first, second]))).rejects.toThrow(
      /no further group for 2 entries of blocked: An organization cannot have more than 1 network objects .*Release blocks/,
    );
  });

  it('that are reached in a group earlier than expected send the rest to the next one', async () => {
    const { destination, control, valuesIn } = await startSimulatedObjects();
    await destination.add(entriesOf([first]));
    control.changeSettings({ mostObjectsPerGroup: 2 });
    await destination.add(entriesOf([second, third]));
    expect([valuesIn('blocked-01'), valuesIn('blocked-02')]).toEqual([[first], [second, third]]);
  });

  it('that somebody else has taken are passed over, and what stands there is left alone', async () => {
    const { destination, control, valuesIn, membersOf } = await startSimulatedObjects();
    control.objects.putGroup({ name: 'Blocked-01', inlineObjects: [host(byHand)] });
    control.objects.putObject({ name: 'blocked-02', ...host(byHand) });
    await destination.add(entriesOf([first]));
    expect([valuesIn('Blocked-01'), valuesIn('blocked-03'), membersOf('blocked')]).toEqual([
      [byHand],
      [first],
      ['blocked-03'],
    ]);
  });

  it('that somebody takes at that moment are found at the next try', async () => {
    const { destination, control } = await startSimulatedObjects();
    await destination.count();
    control.objects.putGroup({ name: 'blocked-01', inlineObjects: [] });
    await expect(destination.add(entriesOf([first]))).rejects.toThrow(RetryLater);
    expect(await destination.add(entriesOf([first]))).toMatchObject({ kind: 'accepted' });
  });

  it('of 32 characters leave room for the number', async () => {
    const name = 'addresses-that-nobody-may-reach-';
    const { destination, groupNames, membersOf } = await startSimulatedObjects({ groupName: name });
    await destination.add(entriesOf([first]));
    expect(groupNames()).toEqual(['addresses-that-nobody-may-rea-01', name]);
    expect(membersOf(name)).toEqual(['addresses-that-nobody-may-rea-01']);
  });

  it('of a network object cannot be those of the group', async () => {
    const { destination, control } = await startSimulatedObjects();
    control.objects.putObject({ name: 'BLOCKED', ...host(first) });
    await expect(destination.inspect()).rejects.toThrow(/is a network object .*configure another name/);
  });
});

describe('somebody who writes at the same moment', () => {
  it('is noticed by the version, and a person is told', async () => {
    const { destination, control, warnings, valuesIn } = await startSimulatedObjects();
    await destination.add(entriesOf([first]));
    control.addFault({
      match: { method: 'PATCH' },
      effect: { kind: 'edit-by-hand', name: 'blocked-01', add: [host(byHand)] },
    });
    await destination.add(entriesOf([second]));
    expect(valuesIn('blocked-01')).toEqual([first, second]);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^The network group blocked-01 was changed by somebody else .*version 1 was read, 3 came out/,
      ),
    ]);
  });

  it('before the group is read is not in the way', async () => {
    const { destination, control, warnings, valuesIn } = await startSimulatedObjects();
    await destination.add(entriesOf([first]));
    control.objects.editGroup({ name: 'blocked-01', add: [host(byHand)] });
    await destination.add(entriesOf([second]));
    expect([valuesIn('blocked-01'), warnings]).toEqual([[first, byHand, second], []]);
  });
});
