import { describe, expect, it } from 'vitest';
import {
  addresses,
  groupName,
  host,
  startSimulatedObjects,
} from '../../cisco/security-cloud-control/network-objects/simulated-objects.ts';
import { groupWorker } from './group-worker.ts';

const byHand = '10.0.3.7';

/** The block worker with the real group destination on the simulated cloud. */
async function start() {
  const cloud = await startSimulatedObjects();
  return { ...cloud, ...groupWorker(cloud.newDestination) };
}

describe('4,000 addresses in one webhook', () => {
  it('cost one post: a group for each 1,500 and their parent, and every one of them is proved', async () => {
    const { block, calls, firewalls, statuses, membersOf } = await start();
    firewalls.deny(groupName);

    await block(addresses(4_000));

    expect(statuses()).toEqual({ enforced: 4_000 });
    expect(membersOf(groupName)).toEqual(['blocked-01', 'blocked-02', 'blocked-03']);
    // A search and the two counts of the organisation before; what stands there; the writes; the same look afterwards.
    expect(calls()).toEqual([
      ...Array(3).fill('GET '),
      'GET ',
      ...Array(4).fill('POST /networkGroups'),
      'GET ',
      'POST /bulk',
      ...Array(2).fill('GET '),
    ]);
  });

  it('cost nothing the second time', async () => {
    const { block, calls, firewalls, bench, statuses } = await start();
    firewalls.deny(groupName);
    await block(addresses(4_000));
    calls();

    await block(addresses(4_000), 'b');

    expect(statuses()).toEqual({ enforced: 4_000, 'already-enforced': 4_000 });
    expect(calls()).toEqual([]);
    expect(bench.table.openPosts.size).toBe(0);
  });

  it('are released by their leases; what was made by hand before and after stays', async () => {
    const { block, control, firewalls, releaseAll, statuses, valuesIn, calls } = await start();
    firewalls.deny(groupName);
    control.objects.putGroup({ name: groupName, inlineObjects: [host(byHand)] });
    await block(addresses(4_000));
    expect(statuses()).toEqual({ enforced: 3_999, 'already-enforced': 1 });
    control.objects.editGroup({ name: 'blocked-02', add: [host('203.0.113.8')] });
    calls();

    expect(await releaseAll()).toMatchObject({ released: 3_999, takenOver: 0, left: 0 });

    expect(valuesIn(groupName)).toEqual([byHand]);
    expect(['01', '02', '03'].flatMap((number) => valuesIn(`blocked-${number}`))).toEqual(['203.0.113.8']);
    expect(calls().filter((call) => call.startsWith('PATCH'))).toHaveLength(3);
  });

  it('are stored and not enforced where no rule denies the group', async () => {
    const { block, statuses } = await start();
    await block(addresses(600));
    expect(statuses()).toEqual({ 'stored-not-enforced': 600 });
  });

  it('are refused where a permit rule uses the group, and nothing is written', async () => {
    const { block, statuses, firewalls, control, calls } = await start();
    control.objects.putGroup({ name: groupName });
    firewalls.permit(groupName);
    await block(addresses(600));
    expect(statuses()).toEqual({ rejected: 600 });
    expect(calls().every((call) => call.startsWith('GET') || call.endsWith('/bulk'))).toBe(true);
  });
});
