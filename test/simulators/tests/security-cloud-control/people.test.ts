import { describe, expect } from 'vitest';
import { z } from 'zod';
import { seededGroups, seededPeople, seededRoles } from '../../security-cloud-control/people/seed-people.ts';
import { seededApiKey, seededOrganisation } from '../../security-cloud-control/seed.ts';
import { sendJson } from '../send-request.ts';
import { it as simulatorTest } from './simulator-test.ts';

const organisation = `/v1/organizations/${seededOrganisation.id}`;
const { administrator, member, invited, disabled } = seededPeople;

/** Calls the platform about people with a token of the seeded key. */
class PeopleCaller {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  get(path: string, place = organisation) {
    return this.#send('GET', place + path);
  }

  patch(path: string, body: unknown) {
    return this.#send('PATCH', organisation + path, body);
  }

  #send(method: string, path: string, body?: unknown) {
    const headers = { authorization: `Bearer ${this.#token}` };
    return sendJson(method, this.#url + path, { body, headers });
  }
}

const it = simulatorTest.extend('people', async ({ simulator, platform }) => {
  const { access_token } = await platform.refresh();
  return new PeopleCaller(simulator.url, access_token);
});

const usersSchema = z.object({ users: z.array(z.object({ id: z.string(), email: z.string() })) });

async function idOf(people: PeopleCaller, email: string): Promise<string> {
  const { users } = usersSchema.parse((await people.get('/users')).body);
  const user = users.find((one) => one.email === email);
  if (!user) throw new Error(`${email} is listed`);
  return user.id;
}

const emailsOf = (body: unknown) => usersSchema.parse(body).users.map(({ email }) => email);

describe('users', () => {
  it.for([
    ['', [administrator.email, member.email, invited.email, disabled.email]],
    ['?status=ACTIVE', [administrator.email, member.email]],
    ['?status=PENDING', [invited.email]],
    ['?status=DISABLED', [disabled.email]],
    ['?status=SHARED', []],
  ] as const)('are listed with %s', async ([query, emails], { people }) => {
    expect(emailsOf((await people.get(`/users${query}`)).body)).toEqual(emails);
  });

  it('are read by an id of 20 characters and not by e-mail address', async ({ people }) => {
    const id = await idOf(people, member.email);
    expect(id).toMatch(/^[0-9a-zA-Z]{20}$/);
    expect((await people.get(`/users/${id}`)).body).toMatchObject({ email: member.email, factors: [] });
    expect((await people.get(`/users/${member.email}`)).status).toBe(404);
  });

  it('are changed one by one under HTTP 200, whatever fails', async ({ people }) => {
    const answer = await people.patch('/users', {
      users: [
        { operation: 'disable', email: member.email },
        { operation: 'disable', email: 'nobody@acme.example' },
        { operation: 'resend_email_invite', email: administrator.email },
      ],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        results: [
          { email: member.email, operation: 'disable', status: 'success' },
          { status: 'error', errorDescription: expect.stringContaining('not found in organization') },
          { status: 'error', errorDescription: 'User has no pending invitation' },
        ],
      },
    });
  });

  it.for([
    { users: [] },
    { operation: 'disable', email: member.email },
    { users: [{ operation: 'invite', email: 'eve@acme.example' }] },
    { users: [{ operation: 'delete', email: member.email }] },
  ])('are not changed by %o', async (body, { people }) => {
    expect((await people.patch('/users', body)).status).toBe(400);
  });

  it.for([
    ['fails', 200, 'error', 1],
    ['succeeds', 200, 'success', 2],
    ['conflicts', 409, undefined, 1],
  ] as const)(
    'who are invited a second time: %s',
    async ([inviteOfMember, status, item, invitationsSent], { simulator, people }) => {
      simulator.control.changeSettings({ inviteOfMember });
      const answer = await people.patch('/users', { users: [{ operation: 'invite', ...invited }] });
      expect(answer.status).toBe(status);
      if (item) expect(answer.body).toMatchObject({ results: [{ status: item }] });
      expect(simulator.control.state().users[2]).toMatchObject({ email: invited.email, invitationsSent });
    },
  );

  it.for([
    ['rights-kept', ['SOC analysts', 'Everybody at Acme']],
    ['rights-lost', []],
  ] as const)(
    'who are removed and invited anew are the same identity: %s',
    async ([afterRemoval, groups], { simulator, people }) => {
      simulator.control.changeSettings({ afterRemoval });
      const id = await idOf(people, member.email);
      await people.patch('/users', {
        users: [
          { operation: 'remove', email: member.email },
          { operation: 'invite', ...member },
        ],
      });
      expect(simulator.control.state().users.at(-1)).toMatchObject({ id, groups });
    },
  );

  it('who were invited accept by themselves alone', async ({ simulator }) => {
    simulator.control.people.acceptInvitation(invited.email);
    expect(simulator.control.state().users[2]).toMatchObject({ status: 'ACTIVE' });
    expect(() => simulator.control.people.acceptInvitation(invited.email)).toThrow('no pending invitation');
    expect(() => simulator.control.people.acceptInvitation('nobody@acme.example')).toThrow(
      'there is no user',
    );
  });
});

describe('groups', () => {
  const path = `/adminGroups/${seededGroups.analysts.id}`;

  it('answer changes of members in the past tense, each with what became of it', async ({ people }) => {
    const answer = await people.patch(path, {
      users: [
        { operation: 'add', id: administrator.email },
        { operation: 'remove', id: member.email },
        { operation: 'remove', id: invited.email },
      ],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        userResults: [
          { emailId: administrator.email, operation: 'added', status: 'success' },
          { emailId: member.email, operation: 'removed', status: 'success' },
          { operation: 'removed', status: 'failure', errorDescription: expect.any(String) },
        ],
      },
    });
    expect(emailsOf((await people.get(`${path}/users`)).body)).toEqual([administrator.email]);
  });

  it('of the identity provider keep their members', async ({ people }) => {
    const answer = await people.patch(`/adminGroups/${seededGroups.federated.id}`, {
      users: [{ operation: 'remove', id: member.email }],
    });
    expect(answer.body).toMatchObject({ userResults: [{ status: 'failure' }] });
  });

  it('of disabled users let a user in who is removed from them', async ({ simulator, people }) => {
    const id = await idOf(people, disabled.email);
    const groups = z
      .object({ groups: z.array(z.object({ id: z.string(), type: z.string() })) })
      .parse((await people.get(`/users/${id}/groups`)).body).groups;
    expect(groups).toMatchObject([{ type: 'System' }]);
    await people.patch(`/adminGroups/${groups[0]?.id}`, {
      users: [{ operation: 'remove', id: disabled.email }],
    });
    expect(simulator.control.state().users[3]).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('roles', () => {
  const path = `/roles/${seededRoles.blocker.id}`;

  it.for([
    ['email', 'success', 'failed'],
    ['id', 'failed', 'success'],
  ] as const)('name users by %s', async ([userInRoleChange, byEmail, byId], { simulator, people }) => {
    simulator.control.changeSettings({ userInRoleChange });
    const id = await idOf(people, administrator.email);
    const answer = await people.patch(path, {
      users: [
        { operation: 'add', id: administrator.email },
        { operation: 'add', id },
      ],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        results: [{ type: 'user', status: byEmail }, { status: byId }],
        summary: { success: 1, failed: 1 },
      },
    });
  });

  it('are listed by type and of a user, who is named by id alone', async ({ people }) => {
    const custom = await people.get('/roles?type=CUSTOM');
    expect(custom.body).toMatchObject({ roles: [{ displayName: 'Blocks and reads' }] });
    const own = await people.get(`/roles?userId=${await idOf(people, administrator.email)}`);
    expect(own.body).toMatchObject({ roles: [{ displayName: 'Organization Administrator' }] });
    expect((await people.get(`/roles?userId=${administrator.email}`)).status).toBe(422);
  });
});

describe('every route about people', () => {
  const routes = ['/users', '/adminGroups', '/roles', `/adminGroups/${seededGroups.analysts.id}/users`];

  it.for(routes)('is closed to another organisation: %s', async (path, { people }) => {
    const other = `/v1/organizations/${seededOrganisation.idInTokens}`;
    expect((await people.get(path, other)).status).toBe(403);
  });

  it('lets a key with the role of a member read and not write', async ({ simulator, platform }) => {
    simulator.control.putKey({
      apiKeyId: seededApiKey.apiKeyId,
      refreshToken: seededApiKey.refreshToken,
      role: 'member',
    });
    const people = new PeopleCaller(simulator.url, (await platform.refresh()).access_token);
    expect((await people.get('/users')).status).toBe(200);
    expect((await people.patch('/users', { users: [] })).status).toBe(403);
  });
});

describe('the fault fail-items', () => {
  it('fails the named items of one call, of which nothing comes', async ({ simulator, people }) => {
    simulator.control.addFault({
      match: { method: 'PATCH' },
      effect: { kind: 'fail-items', users: [member.email], errorDescription: 'Try later' },
    });
    const change = {
      users: [
        { operation: 'disable', email: member.email },
        { operation: 'disable', email: administrator.email },
      ],
    };
    expect((await people.patch('/users', change)).body).toMatchObject({
      results: [{ status: 'error', errorDescription: 'Try later' }, { status: 'success' }],
    });
    expect((await people.patch('/users', change)).body).toMatchObject({
      results: [{ status: 'success' }, {}],
    });
  });
});
