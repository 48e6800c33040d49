import { describe, expect } from 'vitest';
import { it } from './simulator-test.ts';

const vpn = '/admin/v2/vpn/userConnections';
const ada = 'ada@acme.example';
const bob = 'bob@acme.example';

describe('VPN connections', () => {
  it('are listed by user, page by page', async ({ simulator, api }) => {
    const { people } = simulator.control;
    for (const username of [ada, bob, ada]) people.connect({ username, deviceName: 'lap-7' });
    const answer = await api.call('GET', `${vpn}?limit=1&offset=1&usernames=${ada},eve@acme.example`);
    expect(answer).toMatchObject({
      status: 200,
      body: { offset: 1, limit: 1, total: 2, data: [{ username: ada, deviceName: 'lap-7' }] },
    });
  });

  it('end by user', async ({ simulator, api }) => {
    const { people } = simulator.control;
    for (const username of [ada, bob, ada]) people.connect({ username });
    const answer = await api.call('PUT', vpn, { action: 'disconnect', usernames: [ada] });
    expect(answer).toMatchObject({ status: 200, body: { statusCode: '200' } });
    expect(people.state().vpnConnections).toMatchObject([{ username: bob }]);
  });

  it.for([{}, { usernames: [] }, { usernames: [], sessions: [] }])(
    'end for everybody without a target: %o',
    async (target, { simulator, api }) => {
      const { people } = simulator.control;
      for (const username of [ada, bob]) people.connect({ username });
      expect((await api.call('PUT', vpn, { action: 'disconnect', ...target })).status).toBe(200);
      expect(people.state().vpnConnections).toEqual([]);
    },
  );

  it.for([207, 200] as const)('that stay are named under HTTP %d', async (status, { simulator, api }) => {
    simulator.control.changeSettings({ partialDisconnectStatus: status });
    simulator.control.people.connect({ username: ada, failingDisconnects: 1 });
    const disconnect = () => api.call('PUT', vpn, { action: 'disconnect', usernames: [ada, bob] });
    expect(await disconnect()).toMatchObject({
      status,
      body: { statusCode: '207', failed: { usernames: [ada], sessions: [] } },
    });
    expect((await disconnect()).body).toMatchObject({ statusCode: '200' });
  });

  it('of a user who comes back have another id', async ({ simulator, api }) => {
    const { people } = simulator.control;
    const { sessionId } = people.connect({ username: ada, reconnects: 1 });
    await api.call('PUT', vpn, { action: 'disconnect', sessions: [sessionId] });
    const [again] = people.state().vpnConnections;
    expect(again).toMatchObject({ username: ada, reconnects: 0 });
    expect(again?.sessionId).not.toBe(sessionId);
  });

  it('count, with deployments apart, 14 a minute', async ({ simulator, api }) => {
    simulator.control.changeSettings({
      adminRateLimits: { perSecond: 100, perMinute: 14, perHalfHour: 350 },
    });
    for (let count = 0; count < 14; count++) await api.call('GET', vpn);
    expect((await api.call('GET', vpn)).status).toBe(429);
    expect((await api.call('GET', '/deployments/v2/roamingcomputers')).status).toBe(200);
  });
});

describe('users of zero-trust access', () => {
  const user = { userId: '1251001730', label: `Ada (${ada})`, devices: [{ deviceId: 'a1' }] };
  const certificates = '/admin/v2/ztna/users/1251001730/deviceCertificates';

  it('are found among the identities, which need a limit', async ({ simulator, api }) => {
    simulator.control.people.putZeroTrustUser(user);
    expect(await api.call('GET', `/reports/v2/identities?limit=10&search=${ada}`)).toMatchObject({
      status: 200,
      body: { data: [{ id: 1251001730, label: user.label }], meta: {} },
    });
    expect((await api.call('GET', '/reports/v2/identities')).status).toBe(400);
  });

  it('lose a device with its certificates', async ({ simulator, api }) => {
    simulator.control.people.putZeroTrustUser(user);
    expect((await api.call('GET', certificates)).body).toMatchObject({
      userId: user.userId,
      devices: [{ deviceId: 'a1', certificates: [{ status: 'active' }] }],
    });
    const revoke = () => api.call('DELETE', '/admin/v2/ztna/users/1251001730/devices/a1');
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(404);
    expect((await api.call('GET', certificates)).body).toMatchObject({ devices: [] });
  });
});

describe('roaming computers', () => {
  it('come as a bare array, a hundred at once', async ({ simulator, api }) => {
    simulator.control.people.registerComputers({ computers: 101 });
    const pages = [1, 2, 3].map((page) =>
      api.call('GET', `/deployments/v2/roamingcomputers?page=${page}&limit=100`),
    );
    const bodies = (await Promise.all(pages)).map(({ body }) => body);
    expect(bodies).toMatchObject([{ length: 100 }, { length: 1 }, { length: 0 }]);
  });

  it('are read and deleted by their hexadecimal id', async ({ simulator, api }) => {
    simulator.control.people.registerComputers({ computers: ['LT-ada-1'] });
    const one = '/deployments/v2/roamingcomputers/AB00000024DC0901';
    expect((await api.call('GET', one)).body).toMatchObject({ name: 'LT-ada-1', originId: 618_400_001 });
    expect((await api.call('DELETE', one)).status).toBe(204);
    expect(await api.call('GET', one)).toMatchObject({
      status: 404,
      body: { statusCode: 404, error: 'Not Found' },
    });
  });
});
