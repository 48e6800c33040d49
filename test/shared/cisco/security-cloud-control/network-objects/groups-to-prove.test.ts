import { expect, it } from 'vitest';
import { readGroupsToProve } from '#shared/cisco/security-cloud-control/network-objects/groups-to-prove.ts';
import { entriesOf, groupName, startSimulatedObjects } from './simulated-objects.ts';

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
