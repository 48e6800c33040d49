import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { entryIdSchema } from '#shared/iocs/blocking/entry-id.ts';
import { entriesOf, entryIdsOf, groupName, host, startSimulatedObjects } from './simulated-objects.ts';

const [first, second] = ['198.51.100.1', '198.51.100.2'] as const;
const byHand = '203.0.113.7';

async function startWith(...values: string[]) {
  const simulated = await startSimulatedObjects();
  await simulated.destination.add(entriesOf(values));
  const ids = await entryIdsOf(simulated.destination, values);
  simulated.calls();
  return { ...simulated, ids };
}

describe('entries that are taken out', () => {
  it('are gone after one read and one change, and the emptied group is kept', async () => {
    const { destination, ids, calls, groupNames, membersOf } = await startWith(first, second);
    expect(await destination.remove(ids)).toBe(0);
    expect(calls()).toEqual(['POST /bulk', 'PATCH /networkGroups/{id}']);
    expect([groupNames(), membersOf(groupName)]).toEqual([['blocked-01', 'blocked'], ['blocked-01']]);
  });

  it('may be gone already', async () => {
    const { destination, ids, calls } = await startWith(first, second);
    await destination.remove(ids);
    calls();
    expect(await destination.remove(ids)).toBe(0);
    expect(calls()).toEqual(['POST /bulk']);
  });

  it.each([
    ['in the parent', { name: groupName }],
    ['in a group that somebody put there', { name: 'partners' }],
  ])('stay if they stand %s: those are not ours', async (_where, { name }) => {
    const { destination, control, valuesIn } = await startWith(first);
    control.objects.putGroup({ name: 'partners' });
    control.objects.putGroup({ name: groupName, memberGroups: ['blocked-01', 'partners'] });
    control.objects.editGroup({ name, add: [host(byHand)] });

    await destination.remove(await entryIdsOf(destination, [byHand, first]));

    expect([valuesIn(name), valuesIn('blocked-01')]).toEqual([[byHand], []]);
  });

  it('are looked for where they stood: the same value elsewhere is another entry', async () => {
    const { destination, control, ids } = await startWith(first);
    control.objects.editGroup({ name: 'blocked-01', remove: [first] });
    control.objects.editGroup({ name: groupName, add: [host(first)] });
    const [entryId] = ids;
    expect((await destination.find([{ value: first, entryId }])).entries.size).toBe(0);
    expect((await destination.find([{ value: first }])).entries.size).toBe(1);
  });

  it('are gone with a group that a person has deleted', async () => {
    const { destination, control, ids } = await startWith(first);
    control.objects.delete('blocked-01');
    expect(await destination.remove(ids)).toBe(0);
  });

  it.each(['drop', 'process-then-drop'] as const)(
    'leave it open when the answer is lost (%s)',
    async (kind) => {
      const { destination, control, ids, calls } = await startWith(first);
      control.addFault({ match: { method: 'PATCH' }, effect: { kind } });
      await expect(destination.remove(ids)).rejects.toThrow(OutcomeUnknown);
      expect(calls()).toEqual(['POST /bulk', 'PATCH /networkGroups/{id}']);
    },
  );

  it('leave it open when the change is refused', async () => {
    const { destination, control, ids } = await startWith(first, second);
    control.addFault({
      match: { method: 'PATCH' },
      effect: { kind: 'respond', status: 400, body: { code: 'X', message: 'no' } },
    });
    const [entryId] = ids;
    await expect(destination.remove([entryId])).rejects.toThrow(
      /blocked-01 could not be changed \(400: no\)/,
    );
  });

  it('of an id that nobody gave are nothing', async () => {
    const { destination } = await startWith(first);
    expect(await destination.remove([entryIdSchema.parse('anything')])).toBe(1);
  });
});

describe('a platform that merges lists', () => {
  async function startMerging(...values: string[]) {
    const simulated = await startWith(...values);
    simulated.control.changeSettings({ groupPatch: 'merge' });
    return simulated;
  }

  it('gets the same additions', async () => {
    const { destination, valuesIn } = await startMerging(first);
    expect(await destination.add(entriesOf([second]))).toMatchObject({ kind: 'accepted', entryCount: 2 });
    expect(valuesIn('blocked-01')).toEqual([first, second]);
  });

  it('leaves removals to a person, who is told the group, its use and the values; nothing else is lost', async () => {
    const { destination, ids, calls, valuesIn } = await startMerging(first, second);

    const failure = destination.remove(ids);

    await expect(failure).rejects.toThrow(ConfigurationProblem);
    await expect(failure).rejects.toThrow(
      /the group blocked-01 still holds 198\.51\.100\.1, 198\.51\.100\.2 \(blocked-01 is in use and cannot be deleted\. It is used in the network group Network Groups: blocked \(scc\)\. .* Take them out in the console/,
    );
    expect(calls()).toEqual(['POST /bulk', 'PATCH /networkGroups/{id}', 'DELETE /networkGroups/{id}']);
    expect(valuesIn('blocked-01')).toEqual([first, second]);
  });

  it('never has a group deleted that holds what somebody else wrote', async () => {
    const { destination, control, ids, calls } = await startMerging(first);
    control.objects.editGroup({ name: 'blocked-01', add: [host(byHand)] });
    await expect(destination.remove(ids)).rejects.toThrow(
      /still holds 198\.51\.100\.1 \(a change of it adds to its lists and takes nothing out of them\)/,
    );
    expect(calls()).toEqual(['POST /bulk', 'PATCH /networkGroups/{id}']);
  });

  it('has a group deleted that nothing uses and that held nothing else', async () => {
    const { destination, control, ids, groupNames } = await startMerging(first);
    control.objects.delete(groupName);
    expect(await destination.remove(ids)).toBe(0);
    expect(groupNames()).toEqual([]);
  });

  it('shows a person no more than five values', async () => {
    const values = Array.from({ length: 7 }, (_, at) => `198.51.100.${at}`);
    const { destination, ids } = await startMerging(...values);
    await expect(destination.remove(ids)).rejects.toThrow(/198\.51\.100\.4 and 2 more \(/);
  });
});

it('a platform that takes no empty groups has the emptied one deleted, or a person told where it is used', async () => {
  const { destination, control, ids } = await startWith(first);
  control.changeSettings({ emptyGroups: 'refused' });
  await expect(destination.remove(ids)).rejects.toThrow(
    /still holds 198\.51\.100\.1 .*It is used in the network group/,
  );
  control.objects.delete(groupName);
  expect(await destination.remove(ids)).toBe(0);
});

it('a change whose answer does not show the lists is read back', async () => {
  const { destination, control, ids, calls } = await startWith(first, second);
  control.changeSettings({ writtenGroups: 'without-lists' });
  const [entryId] = ids;
  expect(await destination.remove([entryId])).toBe(1);
  expect(calls()).toEqual(['POST /bulk', 'PATCH /networkGroups/{id}', 'GET /{id}']);
});
