import { describe, expect, it, onTestFinished } from 'vitest';
import { firewallManagerDeployments } from '#shared/cisco/firewall-manager/deployments/firewall-manager-deployments.ts';
import { firewallGroupUsages } from '#shared/cisco/firewall-manager/firewall-group-usages.ts';
import { readGroupsToProve } from '#shared/cisco/security-cloud-control/network-objects/groups-to-prove.ts';
import { mostEntriesOfOrganisation } from '#shared/config/organisation-capacity.ts';
import { deployChanges } from '#shared/firewalls/deploy-changes.ts';
import { reconcileOrganisation } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { seededApiToken } from '../../../simulators/firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '../../../simulators/firewall-manager/start.ts';
import { clientAt, storedToken } from '../../cisco/firewall-manager/simulated-people.ts';
import {
  addresses,
  groupName,
  startSimulatedObjects,
} from '../../cisco/security-cloud-control/network-objects/simulated-objects.ts';
import { MemoryDeploymentRecords } from '../../firewalls/memory-deployment-records.ts';
import { ReconciliationBench } from '../reconciliation/reconciliation-bench.ts';
import { groupWorker } from './group-worker.ts';
import { organisation } from './worker-bench.ts';

const minute = 60_000;
const readDeployments = 'GET /v1/inventory/devices/deployments/runs';
const readRules = 'GET /v1/policies/asa/accessrules';

/** The worker and the comparison with the real group destination, on two simulated clouds with one clock. */
async function start() {
  const { newDestination, objects, time } = await startSimulatedObjects();
  const { control, url, close } = await startFirewallManagerSimulator({ clock: time });
  onTestFinished(close);
  control.firewalls.addRule({ action: 'DENY', network: { name: groupName } });
  const client = clientAt(url, storedToken(seededApiToken), time);
  const waiting = { client, clock: time, sleep: time.sleep };
  const usages = firewallGroupUsages(waiting);
  const { bench, block, statuses } = groupWorker(() => newDestination(usages));
  const comparison = new ReconciliationBench();
  let seen = { rules: 0, deployments: 0 };
  return {
    bench,
    block,
    statuses,
    time,
    firewalls: control.firewalls,
    /** How often rules were read, and how often deployments, since the last call of this. */
    reads() {
      const { [readRules]: rules = 0, [readDeployments]: deployments = 0 } = control.requestCounts();
      const since = { rules: rules - seen.rules, deployments: deployments - seen.deployments };
      seen = { rules, deployments };
      return since;
    },
    /** The statuses of blocks in the ledger, each once, with its reason. */
    ledger() {
      const standing = [...bench.table.blocks.values()].map(({ status, ...block }) =>
        'reason' in block ? `${status}: ${block.reason}` : status,
      );
      return [...new Set(standing)];
    },
    async compare() {
      comparison.time.pass(minute);
      const list = {
        ...comparison.target(),
        id: undefined,
        mostEntriesOfOrganisation: mostEntriesOfOrganisation('network-group', 'global'),
        destination: newDestination(usages),
      };
      const ports = {
        ...comparison.ports(),
        ledger: bench.table.ledger(),
        lockUntil: (until: Date) => bench.table.lock(() => comparison.time.now(), until),
      };
      const [result] = await reconcileOrganisation(
        { name: organisation, lists: [list] },
        ports,
        ({ error }) => {
          throw error;
        },
      );
      return result;
    },
    async deploy() {
      const groups = await readGroupsToProve(objects, groupName);
      if (!isNonEmpty(groups)) throw new Error('there are groups after the first block');
      const ports = {
        usages,
        deployments: firewallManagerDeployments(waiting),
        records: new MemoryDeploymentRecords(),
        clock: time,
        newDeploymentId: () => 'deployment-1',
      };
      const until = new Date(time.now().getTime() + 3 * minute);
      return deployChanges(groups, { deploy: 'auto', atMostEveryMinutes: 15 }, ports, until);
    },
  };
}

const notKnown = 'awaiting-deployment: whether vpn-west has the group as it is written is not known';

describe('a block that was written a moment ago', () => {
  it('is not called enforced while Firewall Manager may not have noticed it yet', async () => {
    const { block, statuses, ledger, compare, time } = await start();

    await block(addresses(3));

    expect(statuses()).toEqual({ 'stored-not-enforced': 3 });
    time.pass(9 * minute);
    await compare();
    expect(ledger()).toEqual([`stored-not-enforced: ${notKnown}`]);
  });

  it('is enforced once it is deployed, as the next comparison finds', async () => {
    const { block, ledger, compare, deploy, firewalls } = await start();
    await block(addresses(3));
    expect(await deploy()).toMatchObject({ ended: [], waiting: [{ because: { kind: 'state-unknown' } }] });
    firewalls.change({ name: groupName });

    expect(await deploy()).toMatchObject({ ended: [{ state: { kind: 'done' } }], waiting: [] });
    await compare();

    expect(ledger()).toEqual(['enforced']);
  });

  it('is enforced after ten minutes in which nothing was found to be pending', async () => {
    const { block, ledger, compare, time, reads } = await start();
    await block(addresses(3));
    time.pass(10 * minute);
    reads();

    await compare();

    expect(ledger()).toEqual(['enforced']);
    expect(reads()).toEqual({ rules: 2, deployments: 0 });
  });

  it('waits for the deployment of a later block too, since the rule has both or neither', async () => {
    const { block, ledger, statuses, compare, time } = await start();
    await block(addresses(3));
    time.pass(10 * minute);
    await compare();

    await block(addresses(3, 3), 'b');
    await compare();

    expect(statuses()).toEqual({ 'stored-not-enforced': 6 });
    expect(ledger()).toEqual([`stored-not-enforced: ${notKnown}`]);
  });

  it('has each look read the deployments too: one call more', async () => {
    const { block, compare, reads } = await start();
    await block(addresses(3));
    reads();

    await compare();

    expect(reads()).toEqual({ rules: 2, deployments: 2 });
  });

  it('is no reason to refuse the next one, where what no rule denies is refused', async () => {
    const { bench, block, statuses } = await start();
    await block(addresses(3));
    bench.whenNotEnforced = 'refuse';
    await block(addresses(3, 3), 'b');
    expect(statuses()).toEqual({ 'stored-not-enforced': 6 });
  });
});
