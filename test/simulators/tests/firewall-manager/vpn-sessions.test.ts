import { describe, expect } from 'vitest';
import { z } from 'zod';
import { seededDevices } from '../../firewall-manager/devices.ts';
import { it } from './simulator-test.ts';

const { firstHeadend, branch } = seededDevices;
const sessions = '/v1/vpnsessions';
const ada = 'ada@acme.example';
const transactionSchema = z.object({ transactionUid: z.string() });
const refresh = { body: { deviceUids: [firstHeadend.uid] } };

describe('devices', () => {
  it('say what they are for', async ({ tenant }) => {
    const { body } = await tenant.call('GET', '/v1/inventory/devices?limit=1&offset=0');
    expect(body).toMatchObject({
      count: 3,
      items: [{ uid: firstHeadend.uid, deviceRoles: ['ASA_RA_VPN_HEADEND'] }],
    });
  });
});

describe('VPN sessions', () => {
  it('are listed as they were at the last refresh that has ended', async ({ simulator, tenant }) => {
    simulator.control.connect({ username: ada });
    expect((await tenant.call('GET', sessions)).body).toMatchObject({ count: 0 });
    expect((await tenant.call('POST', `${sessions}/refresh`, refresh)).status).toBe(202);
    expect((await tenant.call('GET', sessions)).body).toMatchObject({ count: 0 });
    simulator.control.advanceClock(2);
    expect((await tenant.call('GET', sessions)).body).toMatchObject({ count: 1, items: [{ username: ada }] });
  });

  it('are not asked of a device that is no headend', async ({ tenant }) => {
    const body = { deviceUids: [branch.uid] };
    expect((await tenant.call('POST', `${sessions}/refresh`, { body })).status).toBe(400);
  });

  it.for([
    [`terminate/${encodeURIComponent(ada)}`, ['bob@acme.example']],
    ['terminate', []],
    ['terminate/', []],
  ] as const)('end at the end of the command: %s', async ([path, left], { simulator, tenant }) => {
    for (const username of [ada, 'bob@acme.example']) simulator.control.connect({ username });
    await tenant.call('POST', `${sessions}/${firstHeadend.uid}/${path}`);
    expect(simulator.control.state().vpnSessions).toHaveLength(2);
    simulator.control.advanceClock(2);
    expect(simulator.control.state().vpnSessions.map(({ username }) => username)).toEqual(left);
  });

  it.for([
    [0, 'DONE'],
    [1, 'ERROR'],
  ] as const)(
    'whose end fails %d times: the command ends in %s, with HTTP 200',
    async ([failing, status], { simulator, tenant }) => {
      simulator.control.connect({ username: ada, failingTerminations: failing });
      const started = await tenant.call('POST', `${sessions}/${firstHeadend.uid}/terminate/${ada}`);
      const look = () =>
        tenant.call('GET', `/v1/transactions/${transactionSchema.parse(started.body).transactionUid}`);
      expect(await look()).toMatchObject({ status: 202, body: { cdoTransactionStatus: 'IN_PROGRESS' } });
      simulator.control.advanceClock(2);
      expect(await look()).toMatchObject({ status: 200, body: { cdoTransactionStatus: status } });
      expect(simulator.control.state().vpnSessions).toHaveLength(failing);
    },
  );

  it('have no command that nobody started', async ({ tenant }) => {
    expect((await tenant.call('GET', `/v1/transactions/${branch.uid}`)).status).toBe(404);
  });
});
