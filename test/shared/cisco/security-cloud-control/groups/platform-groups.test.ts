import { describe, expect, it } from 'vitest';
import type { EditableGroup } from '#shared/people/groups.ts';
import { groupIdSchema } from '#shared/people/groups.ts';
import {
  seededGroups,
  seededPeople,
} from '../../../../simulators/security-cloud-control/people/seed-people.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

const { member, administrator } = seededPeople;
const editable = ({ id, name }: { id: string; name: string }): EditableGroup => ({
  id: groupIdSchema.parse(id),
  name,
  membersManagedBy: 'us',
});
const analysts = editable(seededGroups.analysts);
const engineers = editable(seededGroups.engineers);

describe('the groups of the organisation', () => {
  it('tell whose their members are', async () => {
    const { groups, calls } = await startSimulatedPlatform();

    expect(await groups.available()).toEqual({
      isComplete: true,
      groups: [
        analysts,
        engineers,
        { ...editable(seededGroups.federated), membersManagedBy: 'identity-provider' },
        { id: expect.any(String), name: 'Disabled users', membersManagedBy: 'platform' },
      ],
    });
    expect(calls()).toEqual(['GET /adminGroups?max=500']);
  });

  it('show their members', async () => {
    const { groups } = await startSimulatedPlatform();
    expect(await groups.members(analysts)).toMatchObject([{ listedAs: member.email, state: 'active' }]);
    expect(await groups.members(engineers)).toEqual([]);
  });
});

describe('a person', () => {
  it('is asked for by id, whose form is another than that of the address', async () => {
    const { groups, listed, calls } = await startSimulatedPlatform();
    const person = await listed(member.email);
    expect((await groups.of(person)).map(({ name }) => name)).toEqual(['SOC analysts', 'Everybody at Acme']);
    expect(calls()).toEqual(['GET /users', expect.stringMatching(/^GET \/users\/00u\w{17}\/groups$/)]);
  });

  it('is added to a group and taken out of it with one request each', async () => {
    const { groups, listed, calls } = await startSimulatedPlatform();
    const person = await listed(administrator.email);
    calls();

    expect(await groups.add(engineers, person)).toEqual({ result: 'changed' });
    expect(await groups.remove(engineers, person)).toEqual({ result: 'changed' });

    const change = `PATCH /adminGroups/${engineers.id}`;
    expect(calls()).toEqual([change, change]);
  });

  it.each([
    ['add', analysts],
    ['remove', engineers],
  ] as const)('for whom there is nothing to %s is as wished already', async (operation, group) => {
    const { groups, listed, calls } = await startSimulatedPlatform();
    const person = await listed(member.email);
    calls();

    expect(await groups[operation](group, person)).toEqual({ result: 'already' });
    expect(calls()).toHaveLength(2);
  });

  it.each(['process-then-drop', 'process-then-respond'] as const)(
    'whose removal was heard and not answered (%s) is out already',
    async (kind) => {
      const { groups, listed, control } = await startSimulatedPlatform();
      const person = await listed(member.email);
      control.addFault({
        match: { method: 'PATCH' },
        effect: kind === 'process-then-drop' ? { kind } : { kind, status: 502 },
      });
      expect(await groups.remove(analysts, person)).toEqual({ result: 'already' });
    },
  );

  it('whose removal fails under HTTP 200 is still in, and it is said why', async () => {
    const { groups, listed, control } = await startSimulatedPlatform();
    const person = await listed(member.email);
    control.addFault({ match: { method: 'PATCH' }, times: 2, effect: { kind: 'fail-items' } });

    expect(await groups.remove(analysts, person)).toEqual({ result: 'refused', reason: 'Internal error' });
    expect((await groups.of(person)).map(({ name }) => name)).toContain('SOC analysts');
  });

  it('is refused by a group that no longer exists', async () => {
    const { groups, listed } = await startSimulatedPlatform();
    const gone = editable({ id: 'e980e881-b61f-41f0-a9b4-06fbd2118fff', name: 'Gone' });
    expect(await groups.add(gone, await listed(member.email))).toEqual({
      result: 'refused',
      reason: expect.stringMatching(
        /answered 404: Group not found .*whether the person, group, role or subscription/,
      ),
    });
  });

  it('who was disabled stays so when taken out of every group that is ours', async () => {
    const { groups, directory, listed } = await startSimulatedPlatform();
    const person = await listed(member.email);
    if (person.state === 'active') await directory.disable(person);

    const all = await groups.of(person);
    expect(all.map(({ name }) => name)).toContain('Disabled users');
    for (const group of all) {
      if (group.membersManagedBy === 'us') await groups.remove(group, person);
    }

    expect((await listed(member.email)).state).toBe('disabled');
    expect((await groups.of(person)).map(({ membersManagedBy }) => membersManagedBy)).toEqual([
      'identity-provider',
      'platform',
    ]);
  });
});
