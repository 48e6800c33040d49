import { describe, expect, it } from 'vitest';
import { readGroupsToProve } from '#shared/cisco/security-cloud-control/network-objects/groups-to-prove.ts';
import { entriesOf, groupName, host, startSimulatedObjects } from './simulated-objects.ts';

it('the groups that a deployment is about are the configured one and its numbered ones, with what they are in', async () => {
  const { destination, control, objects } = await startSimulatedObjects();
  expect(await readGroupsToProve(objects, groupName)).toEqual([]);
  await destination.add(entriesOf(['198.51.100.1']));
  control.objects.putGroup({ name: 'all-denied', memberGroups: [groupName] });

  expect(await readGroupsToProve(objects, groupName)).toMatchObject([
    { name: 'blocked', memberOf: [{ name: 'all-denied' }] },
    { name: 'blocked-01', memberOf: [{ name: 'blocked' }] },
  ]);
});

describe('groups count as changed', () => {
  /** One address in a numbered group that was written ten seconds ago, with what else stands under the parent. */
  async function start() {
    const cloud = await startSimulatedObjects();
    const { destination, control, objects, time } = cloud;
    await destination.add(entriesOf(['198.51.100.1']));
    control.objects.putObject({ name: 'web-1', ...host('203.0.113.1') });
    control.objects.putGroup({ name: 'by-hand', memberObjects: ['web-1'] });
    control.objects.putGroup({ name: groupName, memberGroups: ['blocked-01', 'by-hand'] });
    time.pass(10_000);
    const changedAt = async () => {
      const groups = await readGroupsToProve(objects, groupName);
      return groups.map((group) => group.changedAt?.getTime());
    };
    return { ...cloud, changedAt };
  }

  it.each<[string, (cloud: Awaited<ReturnType<typeof start>>) => unknown]>([
    ['an entry was added', ({ destination }) => destination.add(entriesOf(['198.51.100.2']))],
    [
      'the parent was',
      ({ control }) => control.objects.editGroup({ name: groupName, add: [host('192.0.2.1')] }),
    ],
    [
      'a group of theirs was',
      ({ control }) => control.objects.editGroup({ name: 'by-hand', add: [host('192.0.2.1')] }),
    ],
    [
      'a network object in one was',
      ({ control }) => control.objects.putObject({ name: 'web-1', ...host('192.0.2.1') }),
    ],
  ])('all of them, when %s', async (_what, change) => {
    const cloud = await start();
    const before = cloud.time.now().getTime() - 10_000;
    expect(await cloud.changedAt()).toEqual([before, before]);

    await change(cloud);

    const now = cloud.time.now().getTime();
    expect(await cloud.changedAt()).toEqual([now, now]);
  });
});
