import { beforeEach, describe, expect, it } from 'vitest';
import { firewallVpnSessions } from '#shared/cisco/firewall-manager/vpn/firewall-vpn-sessions.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { endSessions } from '#shared/people/sessions/end-sessions.ts';
import { userNameSchema } from '#shared/people/user-name.ts';
import { seededDevices } from '../../../../simulators/firewall-manager/devices.ts';
import { type SimulatedPeople, startSimulatedPeople } from '../simulated-people.ts';

const ada = userNameSchema.parse('ada@acme.example');
const { firstHeadend, secondHeadend } = seededDevices;
const terminate = 'POST /v1/vpnsessions/{deviceUid}/terminate/{userName}';

let people: SimulatedPeople;

beforeEach(async () => {
  people = await startSimulatedPeople();
});

function end(users = ada) {
  const { client, time } = people;
  const place = firewallVpnSessions({ client, clock: time, sleep: time.sleep });
  return endSessions([users], place, { sleep: time.sleep });
}

const connected = () => people.control.state().vpnSessions.map(({ username }) => username);
const count = () => people.control.requestCounts();

describe('the VPN sessions of a leaver on the firewalls', () => {
  it('are none: the firewalls are asked first, and nothing is ended', async () => {
    people.control.connect({ username: 'bob@acme.example' });
    expect(await end()).toEqual({ result: 'none-left', foundAtFirst: 0, rounds: 0 });
    expect(people.calls()).toEqual([
      'GET /v1/inventory/devices?limit=200&offset=0',
      'POST /v1/vpnsessions/refresh',
      expect.stringMatching(/^GET \/v1\/transactions\/[0-9a-f-]{36}$/),
      'GET /v1/vpnsessions?limit=200&offset=0',
    ]);
  });

  it('are ended once on each firewall, and nobody else is cut off', async () => {
    for (const deviceUid of [firstHeadend.uid, firstHeadend.uid, secondHeadend.uid]) {
      people.control.connect({ username: ada, deviceUid });
    }
    people.control.connect({ username: 'joada@acme.example', deviceUid: firstHeadend.uid });

    expect(await end()).toEqual({ result: 'none-left', foundAtFirst: 3, rounds: 1 });

    expect(connected()).toEqual(['joada@acme.example']);
    expect(count()).toMatchObject({ [terminate]: 2, 'POST /v1/vpnsessions/refresh': 2 });
  });

  it('are ended again after a command that failed, although HTTP said 200, and when they come back', async () => {
    people.control.connect({ username: ada, failingTerminations: 2 });
    people.control.connect({ username: ada, deviceUid: secondHeadend.uid, reconnects: 1 });
    expect(await end()).toEqual({ result: 'none-left', foundAtFirst: 2, rounds: 3 });
    expect(connected()).toEqual([]);
    expect(count()).toMatchObject({ [terminate]: 5 });
  });

  it('that cannot be ended are reported with the reason, after a bounded number of rounds', async () => {
    people.control.connect({ username: ada, failingTerminations: 99 });
    expect(await end()).toMatchObject({
      result: 'some-left',
      rounds: 5,
      left: [{ userName: ada, deviceUid: firstHeadend.uid }],
      notRemoved: [
        { what: `${ada} on the firewall ${firstHeadend.uid}`, reason: 'The device did not answer in time' },
      ],
    });
  });

  it('are ended by slow commands, each followed to its end', async () => {
    people.control.changeSettings({ transactionSeconds: 100 });
    people.control.connect({ username: ada });
    expect(await end()).toMatchObject({ result: 'none-left', rounds: 1 });
  });

  it('are not called ended while the firewalls have not been asked', async () => {
    people.control.changeSettings({ transactionSeconds: 3_600 });
    await expect(end()).rejects.toThrow(RetryLater);
    people.control.changeSettings({ transactionSeconds: 2, vpnRefresh: 'fails' });
    await expect(end()).rejects.toThrow('The device is unreachable');
  });

  it.each(['ACME\\ada', 'a/b', '%2e%2e', '...', 'terminate'])('of %s end alone', async (name) => {
    people.control.connect({ username: name });
    people.control.connect({ username: 'bob@acme.example' });
    expect(await end(userNameSchema.parse(name))).toMatchObject({ result: 'none-left', foundAtFirst: 1 });
    expect(connected()).toEqual(['bob@acme.example']);
  });

  it('are spelled as the firewall spells them', async () => {
    people.control.connect({ username: 'Ada@ACME.example' });
    expect(await end()).toMatchObject({ result: 'none-left', foundAtFirst: 1 });
  });
});
