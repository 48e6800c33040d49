import { randomUUID } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { beforeAll, describe, expect, it } from 'vitest';
import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import { DeployedSystem } from './deployed-system.ts';
import { PeopleRemote } from './people-remote.ts';

const system = new DeployedSystem();
const people = new PeopleRemote(system);
const account = {
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
};
const scheduler = new SchedulerClient(account);
const objects = new S3Client({ ...account, forcePathStyle: true });

const soon = { timeout: 60_000, interval: 500 };

function dropFile(source: string, name: string, text: string) {
  const Bucket = system.stack.peopleFilesBucket ?? '';
  return objects.send(new PutObjectCommand({ Bucket, Key: `${source}/${name}`, Body: text }));
}

async function sendTicket(body: object): Promise<Response> {
  const source = system.stack.peopleSources.tickets;
  if (!source) throw new Error('no source "tickets" in the deployed stack');
  const text = JSON.stringify(body);
  const signed = authenticationHeaders(source.auth, { id: randomUUID(), sentAt: new Date(), body: text });
  return fetch(source.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body: text,
  });
}

const ticketOf = (email: string, number: string, own: object = {}) => ({
  number,
  approval: 'approved',
  cat_item: 'Employee offboarding',
  variables: { email, last_day: '2099-11-27' },
  ...own,
});

async function schedulesOf(changeId: string): Promise<string[]> {
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({ MaxResults: 100 }));
  return Schedules.flatMap(({ Name }) => (Name?.includes(changeId.slice('chg_'.length)) ? [Name] : []));
}

describe('somebody who leaves', () => {
  const email = people.newPerson();

  beforeAll(async () => {
    await people.control('securityCloudControl', '/users', { email, firstName: 'Pat', lastName: 'Moss' });
    await people.control('securityCloudControl', '/groups', {
      id: randomUUID(),
      name: `Group of ${email}`.slice(0, 32),
      members: [email],
    });
    await people.control('securityCloudControl', '/roles', {
      id: randomUUID(),
      displayName: `Role of ${email}`,
      products: [{ key: 'secure-access', name: 'Secure Access' }],
      users: [email],
    });
    await people.control('firewallManager', '/users', {
      uid: randomUUID(),
      name: email,
      role: 'ROLE_READ_ONLY',
      apiOnlyUser: false,
    });
    await people.control('secureAccess', '/vpn-connections', { username: email });
  });

  it('is out of every place, and undone has groups, roles and sign-in again', async () => {
    const before = await people.inDirectory(email);
    expect(before).toMatchObject({
      status: 'ACTIVE',
      groups: [expect.any(String)],
      roles: [expect.any(String)],
    });

    const asked = await system.operatorPost('/people', { kind: 'offboard', email, immediate: true });

    expect(asked.status).toBe(202);
    await expect.poll(() => people.stateOf(email), { ...soon, timeout: 110_000 }).toBe('done');
    expect(await people.inDirectory(email)).toMatchObject({
      status: expect.stringContaining('DISABLED'),
      groups: [],
      roles: [],
    });
    expect(await people.atFirewallManager(email)).toEqual({ hasAccount: false, sessions: 0 });

    const undone = await system.operatorPost(`/people/${encodeURIComponent(email)}/undo`);

    expect(undone.status).toBe(202);
    await expect.poll(() => people.stateOf(email), soon).toBe('undone');
    expect(await people.inDirectory(email)).toMatchObject({
      status: 'ACTIVE',
      groups: before?.groups,
      roles: before?.roles,
    });
  });
});

describe('somebody who joins', () => {
  it('is invited once, with groups and roles of the profile, as a file says', async () => {
    const email = people.newPerson();
    const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const file = `email;first name;last name;start date;action\n${email};Kim;Ríos;${today};onboarding\n`;

    await dropFile('personnel', `${randomUUID()}.csv`, file);

    await expect.poll(() => people.stateOf(email), soon).toBe('done');
    expect(await people.inDirectory(email)).toMatchObject({
      invitationsSent: 1,
      groups: ['SOC analysts'],
      roles: [expect.stringContaining('Read-only')],
    });
    expect(await people.atFirewallManager(email)).toMatchObject({ hasAccount: true });
  });
});

describe('a ticket', () => {
  it('is planned for its day, at one schedule, and nothing is left of it when it is withdrawn', async () => {
    const email = people.newPerson();
    const number = `RITM${randomUUID().slice(0, 8)}`;

    expect((await sendTicket(ticketOf(email, number))).status).toBe(202);

    await expect.poll(() => people.stateOf(email), soon).toMatch(/planned|held/);
    const { change } = (await people.person(email)) ?? expect.fail('nobody was planned');
    expect(change).toMatchObject({ kind: 'offboard', ticket: number, dueAt: '2099-11-27T18:00:00.000Z' });

    expect((await sendTicket(ticketOf(email, number, { approval: 'rejected' }))).status).toBe(202);

    await expect.poll(() => people.stateOf(email), soon).toBe('cancelled');
    expect(await schedulesOf(change.changeId)).toEqual([]);
  });

  it('for one of the coming days has schedules that go away by themselves, or when it is cancelled', async () => {
    const email = people.newPerson();
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const number = `RITM${randomUUID().slice(0, 8)}`;

    await sendTicket(ticketOf(email, number, { variables: { email, last_day: day } }));

    await expect.poll(() => people.stateOf(email), soon).toBe('planned');
    const { change } = (await people.person(email)) ?? expect.fail('nobody was planned');
    const names = await schedulesOf(change.changeId);
    expect(names.length).toBeGreaterThan(0);
    const schedule = await scheduler.send(new GetScheduleCommand({ Name: names[0] }));
    expect(schedule).toMatchObject({ ActionAfterCompletion: 'DELETE' });

    await system.operatorPost(`/people/${encodeURIComponent(email)}/cancel`);

    await expect.poll(() => people.stateOf(email), soon).toBe('cancelled');
    expect(await schedulesOf(change.changeId)).toEqual([]);
  });

  it('that tells no day is refused with the reason', async () => {
    const answer = await sendTicket(ticketOf(people.newPerson(), 'RITM1', { variables: {} }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('email') });
  });
});

describe('a file that would cut off many', () => {
  it('is held whole until somebody decides; rejected, nothing happens', async () => {
    const emails = Array.from({ length: 25 }, () => people.newPerson());
    const rows = emails.map((email) => `${email};2099-01-31;offboarding`);

    await dropFile('personnel', `${randomUUID()}.csv`, `email;last day;action\n${rows.join('\n')}\n`);

    await expect.poll(() => people.stateOf(emails[24] ?? ''), soon).toBe('held');
    const held = (await people.held()).filter(({ email }) => emails.includes(email));
    expect(held).toHaveLength(25);
    const { batchId } = held[0] ?? expect.fail('nobody is held');
    expect((await system.operatorPost(`/people/batches/${batchId}/reject`)).status).toBe(202);
    await expect.poll(() => people.stateOf(emails[24] ?? ''), soon).toBe('rejected');
    expect((await people.held()).filter(({ email }) => emails.includes(email))).toEqual([]);
  });
});
