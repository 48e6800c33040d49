import { describe, expect } from 'vitest';
import { z } from 'zod';
import { seededDevices } from '../../firewall-manager/devices.ts';
import type { FirewallManagerSimulator } from '../../firewall-manager/start.ts';
import { it, type TenantCaller } from './simulator-test.ts';

const { firstHeadend: asa, secondHeadend: ftd, branch } = seededDevices;
const devices = '/v1/inventory/devices';
const asaDeploy = `${devices}/asas/${asa.uid}/deploy`;
const ftdsDeploy = `${devices}/ftds/deploy`;
const pending = `${devices}/ftds/${ftd.uid}/changes/pending`;

const transactionSchema = z.object({ transactionUid: z.string(), cdoTransactionStatus: z.string() });
const runsSchema = z.object({ items: z.array(z.looseObject({ uid: z.string() })) });

/** Starts a deployment, lets its time pass, and says how it ended. */
async function deploy(
  path: string,
  body: object | undefined,
  { tenant, simulator }: { tenant: TenantCaller; simulator: FirewallManagerSimulator },
) {
  const started = await tenant.call('POST', path, body ? { body } : {});
  expect(started.status).toBe(202);
  const { transactionUid } = transactionSchema.parse(started.body);
  simulator.control.advanceClock(30);
  const look = await tenant.call('GET', `/v1/transactions/${transactionUid}`);
  const runs = runsSchema.parse((await tenant.call('GET', `${devices}/deployments/runs`)).body);
  return {
    transactionUid,
    status: transactionSchema.parse(look.body).cdoTransactionStatus,
    runs: runs.items,
  };
}

describe('a deployment', () => {
  it('takes what everybody had pending when it was started, and nothing later', async ({
    simulator,
    tenant,
  }) => {
    const { firewalls, state } = simulator.control;
    firewalls.change({ name: 'soc-block' });
    firewalls.change({ name: 'vpn-pool', by: 'bob@acme.example' });
    await tenant.call('POST', asaDeploy);
    firewalls.change({ name: 'later' });
    simulator.control.advanceClock(30);
    expect(state.call(simulator.control).pendingChanges).toMatchObject([{ name: 'later' }]);
  });

  it('fails on one firewall of several, which keeps what is pending', async ({ simulator, tenant }) => {
    for (const { uid } of [ftd, branch]) simulator.control.firewalls.change({ deviceUid: uid, name: 'x' });
    simulator.control.firewalls.failNext({ deviceUid: ftd.uid, reason: 'Snort' });
    const body = { deviceUids: [ftd.uid, branch.uid], description: 'mine' };
    const { status, runs, transactionUid } = await deploy(ftdsDeploy, body, { tenant, simulator });
    expect(status).toBe('ERROR');
    expect(runs).toMatchObject([
      {
        transactionUid,
        description: 'mine',
        deploymentRunStatus: 'DEPLOY_FAILED',
        deviceDeploymentStatuses: [{ status: 'ERROR', errorMsg: 'Snort' }, { status: 'DONE' }],
      },
    ]);
    expect(simulator.control.state().pendingChanges).toMatchObject([{ deviceUid: ftd.uid }]);
  });

  it.for([
    [{}, 'ERROR'],
    [{ ignoreWarnings: true }, 'DONE'],
  ] as const)('with warnings and %o ends in %s', async ([more, wanted], { simulator, tenant }) => {
    simulator.control.changeSettings({ deploymentWarnings: 'found' });
    const body = { deviceUids: [ftd.uid], ...more };
    expect((await deploy(ftdsDeploy, body, { tenant, simulator })).status).toBe(wanted);
  });

  it('is kept when the record of its command is gone, two hours after the end', async ({
    simulator,
    tenant,
  }) => {
    const { transactionUid } = await deploy(asaDeploy, undefined, { tenant, simulator });
    simulator.control.advanceClock(7_200);
    expect((await tenant.call('GET', `/v1/transactions/${transactionUid}`)).status).toBe(200);
    simulator.control.advanceClock(60);
    expect((await tenant.call('GET', `/v1/transactions/${transactionUid}`)).status).toBe(404);
    expect((await tenant.call('GET', `${devices}/deployments/runs`)).body).toMatchObject({ count: 1 });
  });

  it.for([
    ['an ASA as FTD', ftdsDeploy, { deviceUids: [asa.uid] }, 400],
    ['nothing', ftdsDeploy, { deviceUids: [] }, 400],
    ['one firewall twice', ftdsDeploy, { deviceUids: [ftd.uid, ftd.uid] }, 400],
    ['51 FTDs', ftdsDeploy, { deviceUids: Array.from({ length: 51 }, () => crypto.randomUUID()) }, 400],
    ['an FTD as ASA', `${devices}/asas/${ftd.uid}/deploy`, undefined, 404],
  ] as const)('of %s is refused', async ([, path, body, status], { tenant }) => {
    expect((await tenant.call('POST', path, body ? { body } : {})).status).toBe(status);
  });
});

describe('what is pending on an FTD', () => {
  it('is listed as it was when it was worked out', async ({ simulator, tenant }) => {
    simulator.control.firewalls.change({ deviceUid: ftd.uid, name: 'vpn-pool', by: 'bob@acme.example' });
    expect((await tenant.call('GET', pending)).body).toEqual([]);
    await tenant.call('POST', pending);
    simulator.control.advanceClock(2);
    expect((await tenant.call('GET', pending)).body).toMatchObject([
      {
        changeItemType: 'GROUPING_HEADER',
        children: [{ name: 'vpn-pool', lastUpdatedByUsers: ['bob@acme.example'] }],
      },
    ]);
  });

  it('shows in the inventory, also before a first deployment, when no list shows it', async ({
    simulator,
    tenant,
  }) => {
    simulator.control.firewalls.change({ deviceUid: ftd.uid, name: 'x', isListed: false });
    await tenant.call('POST', pending);
    simulator.control.advanceClock(2);
    expect((await tenant.call('GET', pending)).body).toEqual([]);
    expect((await tenant.call('GET', devices)).body).toMatchObject({
      items: [{ configState: 'SYNCED' }, { configState: 'SYNCED' }, { configState: 'NOT_SYNCED' }],
    });
  });
});

describe('access rules', () => {
  it('of a shared access group name the group and not a firewall', async ({ simulator, tenant }) => {
    const network = { name: 'soc-block' };
    const { sharedGroupUid } = simulator.control.firewalls.addRule({
      action: 'DENY',
      network,
      sharedWith: [branch.uid],
    });
    const rules = await tenant.call('GET', '/v1/policies/asa/accessrules?limit=1&offset=2');
    expect(rules.body).toMatchObject({
      count: 3,
      items: [{ entityUid: sharedGroupUid, sourceNetwork: network }],
    });
    expect((await tenant.call('GET', '/v1/policies/asa/accessgroups')).body).toMatchObject({
      items: [{ uid: sharedGroupUid, appliedTo: [asa.uid, branch.uid] }],
    });
  });

  it('come back to the seed with a reset', async ({ simulator }) => {
    const seed = simulator.control.state();
    simulator.control.firewalls.addRule({ action: 'PERMIT', network: { name: 'x' } });
    simulator.control.firewalls.change({ name: 'x' });
    simulator.control.reset({ only: ['firewalls'] });
    expect(simulator.control.state()).toEqual(seed);
  });
});
