import { describe, expect, it } from 'vitest';
import {
  addresses,
  groupName,
  host,
  startSimulatedGroup,
} from '../../cisco/secure-access/network-objects/simulated-group.ts';
import { groupWorker } from './group-worker.ts';

const byHand = '10.0.3.7';

/** The block worker with the real group destination on the simulated Secure Access. */
async function start() {
  const cloud = await startSimulatedGroup();
  /** The group as a person would have made it, in a rule. */
  const usedBy = (action: 'allow' | 'block') => {
    const id = cloud.control.networkObjects.putGroup({ name: groupName, values: [host(byHand)] });
    cloud.useBy(action, id);
  };
  return { ...cloud, usedBy, ...groupWorker(cloud.newDestination) };
}

describe('4,000 addresses in one webhook', () => {
  it('cost six calls and are enforced', async () => {
    const { usedBy, block, statuses, calls } = await start();
    usedBy('block');

    await block(addresses(4_000));

    expect(statuses()).toEqual({ enforced: 3_999, 'already-enforced': 1 });
    // The policy and the numbers before; what stands there, once to look and once to change it; the change.
    expect(calls()).toEqual([
      'GET /networkObjectGroups',
      'GET /rules',
      'GET /networkObjects',
      'GET /networkObjectGroups/{id}',
      'GET /networkObjectGroups/{id}',
      'PUT /networkObjectGroups/{id}',
    ]);
  });

  it('cost nothing the second time', async () => {
    const { usedBy, block, calls, statuses } = await start();
    usedBy('block');
    await block(addresses(600));
    calls();

    await block(addresses(600), 'b');

    expect(statuses()).toMatchObject({ enforced: 600, 'already-enforced': 600 });
    expect(calls()).toEqual([]);
  });

  it('are released by their leases; what was added by hand before and after stays', async () => {
    const { usedBy, block, control, releaseAll, valuesIn, calls } = await start();
    usedBy('block');
    await block(addresses(4_000));
    control.networkObjects.editGroup({ name: groupName, add: [host('203.0.113.8')] });
    calls();

    expect(await releaseAll()).toMatchObject({ released: 3_999, takenOver: 0, left: 0 });

    expect(valuesIn(groupName)).toEqual([byHand, '203.0.113.8']);
    expect(calls().filter((call) => call.startsWith('PUT'))).toHaveLength(1);
  });

  it('are stored and not enforced where no rule uses the group, which is made', async () => {
    const { block, statuses, valuesIn } = await start();
    await block(addresses(600));
    expect(statuses()).toEqual({ 'stored-not-enforced': 600 });
    expect(valuesIn(groupName)).toHaveLength(600);
  });

  it('are refused where an allow rule uses the group, and nothing is written', async () => {
    const { usedBy, block, statuses, valuesIn } = await start();
    usedBy('allow');
    await block(addresses(600));
    expect(statuses()).toEqual({ rejected: 600 });
    expect(valuesIn(groupName)).toEqual([byHand]);
  });

  it('are written once where the answer to the change is lost', async () => {
    const { usedBy, block, control, statuses, valuesIn } = await start();
    usedBy('block');
    control.addFault({ match: { method: 'PUT' }, effect: { kind: 'process-then-drop' } });

    await block(addresses(600));

    expect(statuses()).toEqual({ enforced: 600 });
    expect(valuesIn(groupName)).toHaveLength(601);
  });
});
