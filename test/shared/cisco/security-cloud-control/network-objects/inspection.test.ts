import { describe, expect, it } from 'vitest';
import {
  addresses,
  collected,
  entriesOf,
  groupName,
  host,
  startSimulatedObjects,
} from './simulated-objects.ts';

const address = '198.51.100.1';

describe('an inspection', () => {
  it('before the first block says that there is no group yet, and asks no firewall', async () => {
    const { destination, firewalls } = await startSimulatedObjects();
    expect(await destination.inspect()).toEqual({
      enforcement: {
        kind: 'not-enforced',
        reason: expect.stringMatching(
          /^not-used: there is no network group blocked .*made with the first block/,
        ),
      },
      entryCount: 0,
      organisationEntryCount: 0,
    });
    expect(firewalls.asked).toEqual([]);
  });

  it('of a group that a rule denies counts what stands in it and in the organisation, in four calls', async () => {
    const { destination, control, firewalls, calls } = await startSimulatedObjects();
    await destination.add(entriesOf([address]));
    control.objects.putObject({ name: 'web-1', ...host(address) });
    control.objects.putGroup({ name: 'others', inlineObjects: [host('203.0.113.1'), host('203.0.113.2')] });
    firewalls.deny(groupName);
    calls();

    expect(await destination.inspect()).toEqual({
      enforcement: { kind: 'enforced' },
      entryCount: 1,
      organisationEntryCount: 4,
    });
    expect(calls()).toEqual(['GET ', 'POST /bulk', 'GET ', 'GET ']);
    expect(firewalls.asked).toEqual([['blocked', 'blocked-01 in blocked']]);
  });

  it('of a group that no rule uses says so', async () => {
    const { destination } = await startSimulatedObjects();
    await destination.add(entriesOf([address]));
    expect((await destination.inspect()).enforcement).toMatchObject({
      kind: 'not-enforced',
      reason: expect.stringMatching(/^not-used: /),
    });
  });

  it.each([
    [groupName, /^used-by-permit-rule: rule 2 lets through what is in this group$/],
    ['blocked-01', /^used-by-permit-rule: rule 2 .* \(the group is blocked-01\)$/],
  ])('of a group of which %s is let through is unsafe', async (name, reason) => {
    const { destination, firewalls } = await startSimulatedObjects();
    await destination.add(entriesOf([address]));
    firewalls.deny(groupName);
    firewalls.permit(name);
    expect((await destination.inspect()).enforcement).toEqual({
      kind: 'unsafe',
      reason: expect.stringMatching(reason),
    });
  });

  it('names what a group beside the parent suffers from by its own rule', async () => {
    const { destination, control, firewalls } = await startSimulatedObjects();
    control.changeSettings({ nestedMembers: 'counted' });
    const values = addresses(1_501);
    await destination.add(entriesOf(values));
    firewalls.permit('blocked-02');
    const [last = ''] = values.slice(-1);
    const { entries } = await destination.find([{ value: last }]);
    expect(entries.get(last)?.notEnforcedBecause).toMatch(/^used-by-permit-rule: /);
  });

  it('does not know the count of the organisation where groups are listed without what is in them', async () => {
    const { destination, control } = await startSimulatedObjects();
    control.changeSettings({ listedGroups: 'without-content' });
    await destination.add(entriesOf([address]));
    expect(await destination.inspect()).toMatchObject({ entryCount: 1, organisationEntryCount: undefined });
  });
});

describe('all entries', () => {
  it('come group by group, those of other people too', async () => {
    const { destination, control } = await startSimulatedObjects();
    await destination.add(entriesOf(addresses(1_501)));
    control.objects.editGroup({ name: groupName, add: [host(address)] });
    const pages = await collected(destination.entries());
    expect(pages.map(({ length }) => length)).toEqual([1, 1_500, 1]);
    expect(pages[0]?.[0]).toMatchObject({ value: address, comment: undefined });
  });

  it('are none without a group', async () => {
    const { destination } = await startSimulatedObjects();
    expect(await collected(destination.entries())).toEqual([]);
  });
});
