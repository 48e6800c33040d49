import { describe, expect } from 'vitest';
import { z } from 'zod';
import { seededApiToken, seededUsers } from '../../firewall-manager/seed.ts';
import { it } from './simulator-test.ts';

const { first, second, person } = seededUsers;
const uidSchema = z.object({ uid: z.string() });

describe('API-only users', () => {
  it('are listed without people', async ({ tenant }) => {
    expect(await tenant.call('GET', '/v1/users/api-only')).toMatchObject({
      status: 200,
      body: { count: 2, limit: 50, offset: 0, items: [{ uid: first.uid }, { uid: second.uid }] },
    });
  });

  it('are found by name, one page at a time', async ({ tenant }) => {
    const found = await tenant.call('GET', `/v1/users/api-only?q=name:${second.name}&limit=1&offset=0`);
    expect(found.body).toEqual({
      count: 1,
      limit: 1,
      offset: 0,
      items: [{ uid: second.uid, name: second.name, roles: ['ROLE_SUPER_ADMIN'], apiOnlyUser: true }],
    });
  });

  it.for(['limit=201', 'offset=-1', 'q=roles:ROLE_ADMIN'])(
    'are not listed with %s',
    async (query, { tenant }) => {
      expect((await tenant.call('GET', `/v1/users/api-only?${query}`)).status).toBe(400);
    },
  );

  it.for([
    ['name-at-tenant', 'spare@acme-local'],
    ['as-given', 'spare'],
  ] as const)('come back %s when made', async ([apiUserName, name], { simulator, tenant }) => {
    simulator.control.changeSettings({ apiUserName });
    const answer = await tenant.call('POST', '/v1/users', {
      body: { name: 'spare', role: 'ROLE_ADMIN', apiOnlyUser: true },
    });
    expect(answer).toMatchObject({ status: 201, body: { name, roles: ['ROLE_ADMIN'], apiOnlyUser: true } });
    const { uid } = uidSchema.parse(answer.body);
    expect((await tenant.call('GET', `/v1/users/${uid}`)).body).toEqual(answer.body);
  });

  it.for([
    { name: 'spare@acme.example', role: 'ROLE_ADMIN', apiOnlyUser: true },
    { name: 'spare', role: 'ROLE_KING', apiOnlyUser: true },
    { name: 'spare', role: 'ROLE_ADMIN', apiOnlyUser: true, firstName: 'Spare' },
  ])('are not made of %o', async (body, { tenant }) => {
    expect((await tenant.call('POST', '/v1/users', { body })).status).toBe(400);
  });

  it('are deleted with their tokens, and deleting again is a success', async ({ tenant }) => {
    const token = await tenant.generate(second.uid);
    expect((await tenant.call('DELETE', `/v1/users/${second.uid}`)).status).toBe(204);
    expect(await tenant.statusOf(token)).toBe(401);
    expect((await tenant.call('DELETE', `/v1/users/${second.uid}`)).status).toBe(204);
    expect(await tenant.call('GET', `/v1/users/${second.uid}`)).toMatchObject({
      status: 404,
      body: { errorCode: 'NOT_FOUND' },
    });
    expect(await tenant.statusOf(seededApiToken)).toBe(200);
  });
});

describe('people', () => {
  it('are read by uid', async ({ tenant }) => {
    expect((await tenant.call('GET', `/v1/users/${person.uid}`)).body).toMatchObject({ apiOnlyUser: false });
  });

  it('are listed without API-only users, fifty at once', async ({ tenant }) => {
    expect((await tenant.call('GET', '/v1/users?limit=50')).body).toMatchObject({
      count: 1,
      items: [{ uid: person.uid, emailAddress: person.name }],
    });
    expect((await tenant.call('GET', '/v1/users?limit=51')).status).toBe(400);
  });

  it('are made with an e-mail address, which comes back as it was', async ({ tenant }) => {
    const body = { name: 'bob@acme.example', role: 'ROLE_ADMIN', firstName: 'Bob', lastName: 'Byron' };
    expect(await tenant.call('POST', '/v1/users', { body })).toMatchObject({
      status: 201,
      body: { emailAddress: 'bob@acme.example', firstName: 'Bob', apiOnlyUser: false },
    });
    expect((await tenant.call('POST', '/v1/users', { body: { ...body, name: 'bob' } })).status).toBe(400);
  });
});
