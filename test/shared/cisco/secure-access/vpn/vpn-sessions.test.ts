import { beforeEach, describe, expect, it } from 'vitest';
import { vpnSessions } from '#shared/cisco/secure-access/vpn/vpn-sessions.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import { endSessions } from '#shared/people/sessions/end-sessions.ts';
import { type UserName, userNameSchema } from '#shared/people/user-name.ts';
import { type PacedOrganisation, startPacedOrganisation } from '../paced-organisation.ts';

const ada = userNameSchema.parse('ada@acme.example');
const bob = userNameSchema.parse('bob@acme.example');
const path = '/admin/v2/vpn/userConnections';
const listOfAda = `GET ${path}?offset=0&limit=1000&usernames=ada%40acme.example`;

let organisation: PacedOrganisation;

beforeEach(async () => {
  organisation = await startPacedOrganisation();
});

const end = (users: NonEmptyArray<UserName> = [ada]) =>
  endSessions(users, vpnSessions(organisation.paced), { sleep: organisation.time.sleep });

const connected = () => organisation.control.people.state().vpnConnections.map(({ username }) => username);

describe('the VPN sessions of a leaver', () => {
  it('are none: one request says so, and nothing is disconnected', async () => {
    organisation.control.people.connect({ username: bob });
    expect(await end()).toEqual({ result: 'none-left', foundAtFirst: 0, rounds: 0 });
    expect(organisation.calls()).toHaveLength(1);
    expect(connected()).toEqual([bob]);
  });

  it('are two, one of which fails to end twice: all gone, and no one else is cut off', async () => {
    organisation.control.people.connect({ username: ada, deviceName: 'lap-7', failingDisconnects: 2 });
    organisation.control.people.connect({ username: ada, deviceName: 'phone' });
    organisation.control.people.connect({ username: bob });

    expect(await end()).toEqual({ result: 'none-left', foundAtFirst: 2, rounds: 3 });

    expect(connected()).toEqual([bob]);
    const [list, disconnect] = [listOfAda, `PUT ${path}`];
    const round = [disconnect, list];
    expect(organisation.calls()).toEqual(
      [list, ...round, ...round, ...round].map((call) => call.replaceAll('@', '%40')),
    );
    expect(organisation.statuses()).toEqual([200, 207, 200, 207, 200, 200, 200]);
  });

  it('count as failed where the failure stands under HTTP 200', async () => {
    organisation.control.changeSettings({ partialDisconnectStatus: 200 });
    organisation.control.people.connect({ username: ada, failingDisconnects: 99 });
    expect(await end()).toMatchObject({
      result: 'some-left',
      rounds: 5,
      left: [{ userName: ada, device: 'laptop' }],
      notRemoved: [{ what: ada, reason: expect.stringContaining('were not disconnected') }],
    });
  });

  it('that come back are ended again', async () => {
    organisation.control.people.connect({ username: ada, reconnects: 2 });
    expect(await end()).toMatchObject({ result: 'none-left', rounds: 3 });
  });

  it('that come back for ever are reported after a bounded number of requests', async () => {
    organisation.control.people.connect({ username: ada, reconnects: 99 });
    expect(await end()).toMatchObject({ result: 'some-left', rounds: 5, notRemoved: [] });
    expect(organisation.calls()).toHaveLength(11);
  });

  it('are the only ones that end where the cloud lists everybody', async () => {
    organisation.control.changeSettings({ vpnUserFilter: 'ignored' });
    organisation.control.people.connect({ username: bob });
    organisation.control.people.connect({ username: ada });
    expect(await end()).toMatchObject({ result: 'none-left', foundAtFirst: 1 });
    expect(connected()).toEqual([bob]);
  });

  it('end for many people with few requests', async () => {
    const [first, ...others] = Array.from({ length: 249 }, (_, index) =>
      userNameSchema.parse(`user-${index}@acme.example`),
    );
    for (const username of others) organisation.control.people.connect({ username });
    organisation.control.people.connect({ username: bob });
    expect(await end([first ?? ada, ...others])).toEqual({
      result: 'none-left',
      foundAtFirst: 248,
      rounds: 1,
    });
    expect(connected()).toEqual([bob]);
    expect(organisation.control.requestCounts()).toMatchObject({ [`GET ${path}`]: 6, [`PUT ${path}`]: 1 });
  });

  it('are read from all pages', async () => {
    for (let count = 0; count < 1_001; count++) organisation.control.people.connect({ username: ada });
    expect(await vpnSessions(organisation.paced).list([ada])).toHaveLength(1_001);
    expect(organisation.calls()).toHaveLength(2);
  });

  it('are called ended by no answer that cannot be understood', async () => {
    organisation.control.addFault({
      match: { method: 'GET' },
      effect: { kind: 'respond', status: 200, body: {} },
    });
    await expect(end()).rejects.toThrow(GiveUp);
  });

  it('end even if the answer to the disconnect is lost', async () => {
    organisation.control.people.connect({ username: ada });
    organisation.control.addFault({ match: { method: 'PUT' }, effect: { kind: 'process-then-drop' } });
    expect(await end()).toMatchObject({ result: 'none-left', rounds: 1 });
  });

  it.each([200, 207, 404])('are looked for once more after a %d that says nothing', async (status) => {
    organisation.control.people.connect({ username: ada });
    organisation.control.addFault({ match: { method: 'PUT' }, effect: { kind: 'respond', status } });
    expect(await end()).toMatchObject({ result: 'none-left', rounds: 2 });
  });

  it('are ended at 14 requests a minute, without a single refusal', async () => {
    organisation.control.people.connect({ username: ada, reconnects: 4 });
    const startedAt = organisation.time.now().getTime();
    for (let times = 0; times < 4; times++) await end();
    const minutes = (organisation.time.now().getTime() - startedAt) / 60_000;
    expect(organisation.statuses()).not.toContain(429);
    // The minute that has begun counts as a whole one: its calls may all be made at once.
    expect(organisation.calls().length).toBeLessThanOrEqual(14 * (Math.floor(minutes) + 1));
  });

  it('need a scope, which is named', async () => {
    organisation.control.putKey({
      ...{ key: 'local-key', secret: 'local-secret' },
      scopes: ['policies.rules:read'],
    });
    await expect(end()).rejects.toThrow('admin.vpn:read');
  });
});
