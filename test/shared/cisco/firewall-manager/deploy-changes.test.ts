import { beforeEach, describe, expect, it } from 'vitest';
import { firewallManagerDeployments } from '#shared/cisco/firewall-manager/deployments/firewall-manager-deployments.ts';
import { startDeployment } from '#shared/cisco/firewall-manager/deployments/start-deployment.ts';
import { firewallGroupUsages } from '#shared/cisco/firewall-manager/firewall-group-usages.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { deployChanges } from '#shared/firewalls/deploy-changes.ts';
import type { DeployPolicy } from '#shared/firewalls/deploy-policy.ts';
import { enforcementOfGroup } from '#shared/firewalls/enforcement-of-group.ts';
import type { FirewallDeployments } from '#shared/firewalls/firewall-deployments.ts';
import { usagesWithFailures } from '#shared/firewalls/usages-with-failures.ts';
import { seededDevices } from '../../../simulators/firewall-manager/devices.ts';
import { buildFirewall } from '../../firewalls/build-usage.ts';
import { MemoryDeploymentRecords } from '../../firewalls/memory-deployment-records.ts';
import { type SimulatedPeople, startSimulatedPeople } from './simulated-people.ts';

const { firstHeadend: asa, secondHeadend: ftd, branch } = seededDevices;
const group = { uid: 'b1c5a7de-0001-4000-8000-000000000001', name: 'soc-block', memberOf: [] };
const auto: DeployPolicy = { deploy: 'auto', atMostEveryMinutes: 15 };
const deployAsa = 'POST /v1/inventory/devices/asas/{deviceUid}/deploy';
const deployFtds = 'POST /v1/inventory/devices/ftds/deploy';
const minute = 60_000;

let tenant: SimulatedPeople;
let records: MemoryDeploymentRecords;

beforeEach(async () => {
  tenant = await startSimulatedPeople();
  records = new MemoryDeploymentRecords();
  for (const { uid } of [asa, ftd, branch]) {
    tenant.control.firewalls.addRule({ deviceUid: uid, action: 'DENY', network: { name: group.name } });
  }
});

function ports() {
  const { client, time } = tenant;
  const waiting = { client, clock: time, sleep: time.sleep };
  return {
    usages: usagesWithFailures(firewallGroupUsages(waiting), records),
    deployments: firewallManagerDeployments(waiting),
    records,
    clock: time,
    newDeploymentId: () => `deployment-${records.all().length}-${time.now().getTime()}`,
  };
}

function deploy({
  policy = auto,
  waitMilliseconds = 3 * minute,
  deployments = ports().deployments,
}: {
  policy?: DeployPolicy;
  waitMilliseconds?: number;
  deployments?: FirewallDeployments;
} = {}) {
  const until = new Date(tenant.time.now().getTime() + waitMilliseconds);
  return deployChanges([group], policy, { ...ports(), deployments }, until);
}

const changed = (...devices: readonly { uid: string }[]) => {
  for (const { uid } of devices) tenant.control.firewalls.change({ deviceUid: uid, name: group.name });
};

async function enforcement() {
  const usage = (await ports().usages.usagesOf([group])).get(group.uid);
  return usage && enforcementOfGroup(usage);
}

const deploymentCounts = () => {
  const counts = tenant.control.requestCounts();
  return { asa: counts[deployAsa] ?? 0, ftds: counts[deployFtds] ?? 0 };
};

describe('changes of a group', () => {
  it('are on all firewalls after one call for each ASA and one for all FTDs', async () => {
    changed(asa, ftd, branch);
    const { ended, underWay, waiting } = await deploy();
    expect(ended.map(({ firewall, state }) => [firewall.name, state.kind])).toEqual([
      ['vpn-west', 'done'],
      ['branch', 'done'],
      ['vpn-east', 'done'],
    ]);
    expect([underWay, waiting]).toEqual([[], []]);
    expect(deploymentCounts()).toEqual({ asa: 1, ftds: 1 });
    expect(await enforcement()).toEqual({ kind: 'enforced' });
  });

  it('are never deployed unless that is configured', async () => {
    changed(asa, ftd);
    expect(await deploy({ policy: { deploy: 'never' } })).toEqual({ ended: [], underWay: [], waiting: [] });
    expect(deploymentCounts()).toEqual({ asa: 0, ftds: 0 });
    expect(tenant.calls()).toEqual([]);
  });

  it('are not deployed where nothing is pending', async () => {
    expect(await deploy()).toEqual({ ended: [], underWay: [], waiting: [] });
    expect(deploymentCounts()).toEqual({ asa: 0, ftds: 0 });
  });

  it('are not deployed where they would be let through', async () => {
    changed(ftd);
    tenant.control.firewalls.addRule({ action: 'PERMIT', network: { name: group.name } });
    expect((await deploy()).waiting).toMatchObject([{ because: { kind: 'permit-rule' } }]);
    expect(deploymentCounts()).toEqual({ asa: 0, ftds: 0 });
  });

  it('that come within the interval go together', async () => {
    changed(asa);
    await deploy();
    for (let pass = 0; pass < 5; pass += 1) {
      changed(asa);
      await deploy();
      tenant.time.pass(2 * minute);
    }
    expect(deploymentCounts()).toEqual({ asa: 1, ftds: 0 });
    tenant.time.pass(15 * minute);
    await deploy();
    expect(deploymentCounts()).toEqual({ asa: 2, ftds: 0 });
    expect(await enforcement()).toEqual({ kind: 'enforced' });
  });

  it('say what others had pending', async () => {
    changed(ftd);
    tenant.control.firewalls.change({ deviceUid: ftd.uid, name: 'vpn-pool', by: 'bob@acme.example' });
    expect((await deploy()).ended).toMatchObject([
      {
        otherChanges: { kind: 'listed', changes: ['UPDATE NetworkGroup "vpn-pool" by bob@acme.example'] },
        state: { kind: 'done' },
      },
    ]);
  });
});

describe('a deployment that fails', () => {
  it('is reported for its firewall, and stands in the status of the group', async () => {
    changed(ftd, branch);
    tenant.control.firewalls.failNext({
      deviceUid: ftd.uid,
      times: 1,
      reason: 'Snort could not be restarted',
    });
    expect((await deploy()).ended.map(({ firewall, state }) => [firewall.name, state])).toEqual([
      ['branch', { kind: 'done', endedAt: expect.any(Date) }],
      ['vpn-east', { kind: 'failed', endedAt: expect.any(Date), reason: 'Snort could not be restarted' }],
    ]);
    expect(await enforcement()).toEqual({
      kind: 'not-enforced',
      reason:
        'deployment-failed: the change is not deployed to vpn-east yet; the last deployment failed: Snort could not be restarted',
    });
  });

  it('is tried again after twice the interval, and then forgotten', async () => {
    changed(asa);
    tenant.control.firewalls.failNext({ deviceUid: asa.uid, times: 1, reason: 'Device unreachable' });
    await deploy();
    tenant.time.pass(20 * minute);
    expect((await deploy()).waiting).toMatchObject([{ because: { kind: 'not-before' } }]);
    tenant.time.pass(10 * minute);
    expect((await deploy()).ended).toMatchObject([{ state: { kind: 'done' }, failuresBefore: 1 }]);
    expect(await enforcement()).toEqual({ kind: 'enforced' });
  });

  it('for its warnings is left to a person', async () => {
    changed(ftd);
    tenant.control.changeSettings({ deploymentWarnings: 'found' });
    expect((await deploy()).ended).toMatchObject([
      { state: { kind: 'failed', reason: 'Pre-validation found warnings' } },
    ]);
  });

  it.each([
    [400, 'failed', undefined],
    [403, 'failed', ConfigurationProblem],
    [429, 'lost', RetryLater],
  ] as const)('to start with HTTP %i is %s', async (status, kind, thrown) => {
    changed(asa);
    const match = { template: '/v1/inventory/devices/asas/{deviceUid}/deploy' };
    const body = { errorCode: 'REFUSED', errorMsg: 'not now' };
    tenant.control.addFault({ match, times: 50, effect: { kind: 'respond', status, body } });
    const deployed = deploy();
    await (thrown ? expect(deployed).rejects.toThrow(thrown) : deployed);
    expect(records.all()).toMatchObject([{ state: { kind } }]);
    const said = kind === 'failed' ? 'deployment-failed: ' : 'awaiting-deployment: ';
    expect(await enforcement()).toMatchObject({ reason: expect.stringContaining(said) });
  });
});

describe('a deployment that takes long', () => {
  it('is followed by the next run, and not started again', async () => {
    tenant.control.changeSettings({ deploymentSeconds: 600 });
    changed(asa, ftd);
    expect(await deploy()).toMatchObject({ ended: [], underWay: [{}, {}] });
    changed(asa);
    expect((await deploy()).waiting).toMatchObject([
      { because: { kind: 'under-way' } },
      { because: { kind: 'under-way' } },
    ]);
    tenant.time.pass(10 * minute);
    expect((await deploy({ policy: { deploy: 'never' } })).ended).toHaveLength(2);
    expect(deploymentCounts()).toEqual({ asa: 1, ftds: 1 });
  });

  it('is known after its transaction is gone', async () => {
    changed(ftd);
    await deploy({ waitMilliseconds: 0 });
    tenant.time.pass(minute);
    tenant.control.state();
    tenant.time.pass(180 * minute);
    expect((await deploy({ policy: { deploy: 'never' } })).ended).toMatchObject([
      { state: { kind: 'done' } },
    ]);
  });
});

describe('a run that is killed', () => {
  const killed = new Error('killed');

  it('before it asks loses nothing: the next one deploys after the interval', async () => {
    changed(asa);
    const start = async () => {
      throw killed;
    };
    records.isRunKilled = true;
    await expect(deploy({ deployments: { ...ports().deployments, start } })).rejects.toThrow(killed);
    records.isRunKilled = false;

    tenant.time.pass(10 * minute);
    expect((await deploy()).ended).toMatchObject([{ state: { kind: 'lost' } }]);
    tenant.time.pass(10 * minute);
    expect((await deploy()).ended).toMatchObject([{ state: { kind: 'done' } }]);
    expect(deploymentCounts()).toEqual({ asa: 1, ftds: 0 });
  });

  it.each([
    ['an ASA', asa],
    ['an FTD', ftd],
  ])('after it asked for %s is gone on with: one deployment', async (_said, device) => {
    changed(device);
    const template =
      device === asa ? '/v1/inventory/devices/asas/{deviceUid}/deploy' : '/v1/inventory/devices/ftds/deploy';
    tenant.control.addFault({ match: { template }, effect: { kind: 'process-then-drop' } });
    await deploy();
    tenant.time.pass(20 * minute);
    await deploy();
    expect(records.all()).toMatchObject([{ state: { kind: 'done' } }]);
    expect(deploymentCounts()).toEqual(device === asa ? { asa: 1, ftds: 0 } : { asa: 0, ftds: 1 });
    expect(await enforcement()).toEqual({ kind: 'enforced' });
  });

  it('leaves to a run at the same time what it asks for', async () => {
    changed(asa);
    const begin = records.begin.bind(records);
    records.begin = async (...asked) => {
      records.begin = begin;
      await deploy();
      return begin(...asked);
    };
    await deploy();
    expect(deploymentCounts()).toEqual({ asa: 1, ftds: 0 });
  });
});

describe('a call', () => {
  it.each([
    ['to two ASAs', [buildFirewall(1, 'alone'), buildFirewall(2, 'alone')]],
    ['to an ASA with an FTD', [buildFirewall(1, 'alone'), buildFirewall(2)]],
    ['to a firewall that others manage', [buildFirewall(1, 'elsewhere')]],
    ['to 51 FTDs', Array.from({ length: 51 }, (_, index) => buildFirewall(index + 1))],
  ])('%s is never sent', async (_said, [first, ...others]) => {
    if (!first) throw new Error('no firewall');
    const call = async () => startDeployment(tenant.client, [first, ...others], 'test');
    await expect(call()).rejects.toThrow(RefusedInput);
    expect(tenant.calls()).toEqual([]);
  });
});
