import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firewallGroupUsages } from '#shared/cisco/firewall-manager/firewall-group-usages.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { enforcementOfGroup } from '#shared/firewalls/enforcement-of-group.ts';
import type { GroupToProve, GroupUsage } from '#shared/firewalls/group-usage.ts';
import { seededDevices } from '../../../simulators/firewall-manager/devices.ts';
import type { AccessRuleInput } from '../../../simulators/firewall-manager/firewalls/access-rules.ts';
import { type SimulatedPeople, startSimulatedPeople } from './simulated-people.ts';

const { firstHeadend: asa, secondHeadend: ftd, branch } = seededDevices;
const parent = { uid: 'b1c5a7de-0001-4000-8000-000000000001', name: 'soc-block', memberOf: [] };
const child = {
  uid: 'b1c5a7de-0001-4000-8000-000000000002',
  name: 'soc-block-01',
  memberOf: [{ uid: parent.uid, name: parent.name }],
};
const otherUid = 'b1c5a7de-0001-4000-8000-00000000000f';

let tenant: SimulatedPeople;

beforeEach(async () => {
  tenant = await startSimulatedPeople();
});

async function usageOf(group: GroupToProve = parent): Promise<GroupUsage> {
  const { client, time } = tenant;
  const usages = firewallGroupUsages({ client, clock: time, sleep: time.sleep });
  const usage = (await usages.usagesOf([group])).get(group.uid);
  if (!usage) throw new Error('no usage for the group that was asked for');
  return usage;
}

const enforcement = async (group?: GroupToProve) => enforcementOfGroup(await usageOf(group));

function addRule(rule: Partial<AccessRuleInput> = {}) {
  return tenant.control.firewalls.addRule({ action: 'DENY', network: { name: parent.name }, ...rule });
}

const pendingOnFtd = (name: string, by?: string) =>
  tenant.control.firewalls.change({ deviceUid: ftd.uid, name, ...(by === undefined ? {} : { by }) });

describe('a rule', () => {
  it.each<[string, Partial<AccessRuleInput>]>([
    ['by its name', {}],
    ['by its name in other letters', { network: { name: 'SOC-Block' } }],
    ['by its uid', { network: { name: 'renamed', uid: parent.uid } }],
    ['among the elements of another group', { network: { name: 'all-bad', elements: ['soc-block'] } }],
    ['as a destination', { side: 'destination' }],
    ['on an FTD', { deviceUid: ftd.uid }],
    ['on an FTD by its uid', { deviceUid: ftd.uid, network: { name: 'renamed', uid: parent.uid } }],
  ])('uses a group that it names %s', async (_said, rule) => {
    addRule(rule);
    expect(await enforcement()).toEqual({ kind: 'enforced' });
    expect(await enforcement(child)).toEqual({ kind: 'enforced' });
  });

  it.each<[string, Partial<AccessRuleInput>, string]>([
    ['is not active', { isActive: false }, 'deny rule 3 on vpn-west uses this group, but it is not active'],
    ['comes too late', { isShadowed: true }, 'uses this group, but a rule above it is met first'],
    ['is switched off on an FTD', { deviceUid: ftd.uid, isActive: false }, 'but it is switched off'],
    ['names another group', { network: { name: 'soc-block-2' } }, 'so it has no effect yet'],
  ])('that %s blocks nothing', async (_said, rule, reason) => {
    addRule(rule);
    expect(await enforcement()).toEqual({ kind: 'not-enforced', reason: expect.stringContaining(reason) });
  });

  it.each<[string, Partial<AccessRuleInput>]>([
    ['on an ASA', {}],
    ['on an FTD', { deviceUid: ftd.uid }],
    ['and not active', { isActive: false }],
  ])('that permits the group %s makes it unsafe, beside one that denies it', async (_said, rule) => {
    addRule();
    addRule({ ...rule, action: 'PERMIT' });
    expect(await enforcement()).toMatchObject({ kind: 'unsafe' });
    expect(await enforcement(child)).toMatchObject({ kind: 'unsafe' });
  });

  it('of a child leaves its parent alone', async () => {
    addRule({ network: { name: child.name } });
    expect(await enforcement(child)).toEqual({ kind: 'enforced' });
    expect(await enforcement(parent)).toMatchObject({ kind: 'not-enforced' });
  });

  it('is noticed when it is gone', async () => {
    const { uid } = addRule();
    expect(await enforcement()).toEqual({ kind: 'enforced' });
    tenant.control.firewalls.removeRule(uid);
    expect(await enforcement()).toMatchObject({ reason: expect.stringMatching(/^not-used: /) });
  });

  it('is met behind two hundred others', async () => {
    for (let number = 0; number < 200; number += 1) addRule({ network: { name: `net-${number}` } });
    addRule();
    expect(await enforcement()).toEqual({ kind: 'enforced' });
    expect(tenant.control.requestCounts()).toMatchObject({ 'GET /v1/policies/asa/accessrules': 2 });
  });

  it('of a shared access group stands on all its firewalls', async () => {
    const second = { uid: otherUid, name: 'asa-2', deviceType: 'ASA' } as const;
    tenant.control.firewalls.add(second);
    addRule({ sharedWith: [second.uid] });
    tenant.control.firewalls.change({ deviceUid: second.uid, name: parent.name });
    const { rules, pending } = await usageOf();
    expect(rules).toMatchObject([{ firewallUids: [asa.uid, second.uid] }]);
    expect(pending).toMatchObject([{ firewall: { name: 'asa-2' } }]);
  });

  it.each(['on', 'off'] as const)(
    'names a group that contains it; object sharing is %s',
    async (objectSharing) => {
      tenant.control.changeSettings({ objectSharing });
      tenant.control.firewalls.putObject({ uid: otherUid, name: 'all-bad' });
      tenant.control.firewalls.putObject({ uid: asa.uid, name: 'soc-block', memberOf: [otherUid] });
      addRule({ network: { name: 'all-bad' } });
      expect(await enforcement()).toMatchObject({
        kind: objectSharing === 'on' ? 'enforced' : 'not-enforced',
      });
    },
  );

  it('that cannot be understood ends the look: nothing is concluded', async () => {
    const body = { count: 1, items: [{ ruleAction: 'DENY', sourceNetwork: 'soc-block' }] };
    const match = { template: '/v1/policies/asa/accessrules' };
    tenant.control.addFault({ match, effect: { kind: 'respond', status: 200, body } });
    await expect(usageOf()).rejects.toThrow(GiveUp);
  });
});

describe('a change that is pending', () => {
  it.each([asa, ftd])('on $name is awaited, whoever made it', async ({ uid: deviceUid, name }) => {
    addRule({ deviceUid });
    tenant.control.firewalls.change({ deviceUid, name: 'policy', entityType: 'AccessPolicy' });
    const reason = `awaiting-deployment: the change is not deployed to ${name} yet`;
    expect(await enforcement()).toEqual({ kind: 'not-enforced', reason });
  });

  it.each(['list', 'item'] as const)('on an FTD says what others changed, as a %s', async (form) => {
    tenant.control.changeSettings({ pendingChangesBody: form });
    addRule({ deviceUid: ftd.uid });
    pendingOnFtd(child.name);
    pendingOnFtd('branch-nets', 'bob@acme.example');
    const { pending } = await usageOf(child);
    expect(pending).toMatchObject([
      {
        firewall: { name: 'vpn-east', deployed: 'with-others' },
        otherChanges: { kind: 'listed', changes: ['UPDATE NetworkGroup "branch-nets" by bob@acme.example'] },
      },
    ]);
  });

  it('on an ASA cannot say what else is pending', async () => {
    addRule();
    tenant.control.firewalls.change({ name: child.name });
    expect((await usageOf()).pending).toMatchObject([{ otherChanges: { kind: 'not-listed' } }]);
  });

  it.each<[string, () => void]>([
    ['could not be worked out', () => tenant.control.changeSettings({ pendingChanges: 'fail' })],
    [
      'is in no list, as before a first deployment',
      () => tenant.control.firewalls.change({ deviceUid: ftd.uid, name: 'soc-block', isListed: false }),
    ],
  ])('that %s leaves the group unproved', async (_said, prepare) => {
    addRule({ deviceUid: ftd.uid });
    prepare();
    const reason = 'awaiting-deployment: whether vpn-east has the group as it is written is not known';
    expect(await enforcement()).toEqual({ kind: 'not-enforced', reason });
  });

  it('on a firewall that has nothing to do with the group does not matter', async () => {
    addRule();
    tenant.control.firewalls.change({ deviceUid: branch.uid, name: 'branch-nets' });
    expect(await enforcement()).toEqual({ kind: 'enforced' });
    expect(tenant.calls().filter((call) => call.includes('/changes/pending'))).toEqual([]);
  });
});

describe('a group that was changed a moment ago', () => {
  const changedAt = () => tenant.time.now();
  const unknown = {
    kind: 'not-enforced',
    reason: expect.stringMatching(/^awaiting-deployment: whether .* is not known$/),
  };

  it.each([asa, ftd])(
    'is not on $name only because that seems to lack nothing',
    async ({ uid: deviceUid }) => {
      addRule({ deviceUid });
      expect(await enforcement({ ...parent, changedAt: changedAt() })).toEqual(unknown);
    },
  );

  it('is there after ten minutes in which nothing was found to be pending', async () => {
    addRule();
    const changed = { ...parent, changedAt: changedAt() };
    tenant.time.pass(599_000);
    expect(await enforcement(changed)).toEqual(unknown);
    tenant.time.pass(1_000);
    expect(await enforcement(changed)).toEqual({ kind: 'enforced' });
  });

  it.each([
    ['a deployment since then', 0, { kind: 'enforced' }],
    ['a deployment before it', 60_000, unknown],
  ])('after %s', async (_said, changedLater, expected) => {
    addRule();
    const path = `v1/inventory/devices/asas/${asa.uid}/deploy`;
    await tenant.client.send({ method: 'POST', path, repetition: 'once', expected: [202] }, z.unknown());
    const deployedAt = tenant.time.now().getTime();
    tenant.time.pass(120_000);
    expect(await enforcement({ ...parent, changedAt: new Date(deployedAt + changedLater) })).toEqual(
      expected,
    );
  });

  it('is not there after a deployment that failed', async () => {
    addRule();
    tenant.control.firewalls.failNext({ deviceUid: asa.uid });
    const path = `v1/inventory/devices/asas/${asa.uid}/deploy`;
    await tenant.client.send({ method: 'POST', path, repetition: 'once', expected: [202] }, z.unknown());
    const changed = { ...parent, changedAt: changedAt() };
    tenant.time.pass(120_000);
    expect(await enforcement(changed)).toEqual(unknown);
  });
});

describe('firewalls that others manage', () => {
  it('have rules that nobody can read here', async () => {
    tenant.control.firewalls.add({ uid: otherUid, name: 'on-prem', deviceType: 'ONPREM_FMC_MANAGED_FTD' });
    expect(await enforcement()).toMatchObject({
      reason: expect.stringContaining('the rules of on-prem could not be read'),
    });
  });
});

describe('one look', () => {
  it('serves a parent and its children', async () => {
    const { client, time } = tenant;
    addRule({ deviceUid: ftd.uid });
    await firewallGroupUsages({ client, clock: time, sleep: time.sleep }).usagesOf([parent, child]);
    expect(tenant.control.requestCounts()).toEqual({
      'GET /v1/inventory/devices': 1,
      'GET /v1/policies/asa/accessrules': 1,
      'GET /v1/cdfmc/api/fmc_config/v1/domain/{domainUuid}/policy/accesspolicies/{policyUid}/accessrules': 2,
      'GET /v1/objects': 2,
      'POST /v1/inventory/devices/ftds/{deviceUid}/changes/pending': 1,
      'GET /v1/transactions/{transactionUid}': 1,
      'GET /v1/inventory/devices/ftds/{deviceUid}/changes/pending': 1,
    });
  });
});
