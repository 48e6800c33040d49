import { describe, expect } from 'vitest';
import { seededApiToken, seededUsers } from '../../firewall-manager/seed.ts';
import { sha256Of } from '../../http/bearer-token.ts';
import { sendRequest } from '../send-request.ts';
import { it } from './simulator-test.ts';

const { first, second, person } = seededUsers;
const generatePath = (uid: string) => `/v1/users/${uid}/apiToken/generate`;
const revokePath = (uid: string) => `/v1/users/${uid}/apiToken/revoke`;

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('a token', () => {
  it('says whose it is, for which tenant, with which roles, and names no expiry', async ({ tenant }) => {
    const answer = await tenant.call('GET', '/v1/token');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      uid: first.uid,
      name: 'rotator-a@acme-local',
      roles: ['ROLE_SUPER_ADMIN'],
      tenantUid: '3f0c7d1e-52c8-4a86-9b4e-7a6d5c4b3a01',
      tenantName: 'acme-local',
      tenantPayType: 'PAYING',
      enterpriseId: expect.any(String),
      productInstanceId: expect.any(String),
    });
  });

  it('never expires', async ({ simulator, tenant }) => {
    simulator.control.advanceClock(31_536_000);
    expect(await tenant.statusOf(seededApiToken)).toBe(200);
  });

  it('can revoke itself', async ({ tenant }) => {
    expect(await tenant.call('POST', '/v1/token/revoke')).toMatchObject({ status: 200, body: '' });
    expect(await tenant.statusOf(seededApiToken)).toBe(401);
  });

  it.for([
    ['service', { error: 'invalid_token', errorDescription: expect.any(String) }],
    [
      'gateway',
      {
        timestamp: '2026-01-01T08:00:00.000Z',
        path: '/v1/token',
        status: 401,
        error: 'Unauthorized',
        requestId: expect.any(String),
      },
    ],
  ] as const)(
    'that is unknown is answered with the 401 of the %s',
    async ([unauthorisedBody, body], { simulator, tenant }) => {
      simulator.control.changeSettings({ unauthorisedBody });
      expect(await tenant.call('GET', '/v1/token', { token: 'made-up' })).toMatchObject({
        status: 401,
        body,
      });
    },
  );

  it('has to be there', async ({ simulator }) => {
    expect((await sendRequest('GET', `${simulator.url}/v1/token`)).status).toBe(401);
  });

  it('is revoked when a fault says so', async ({ simulator, tenant }) => {
    simulator.control.addFault({ match: {}, effect: { kind: 'revoke-token' } });
    expect(await tenant.statusOf(seededApiToken)).toBe(401);
  });
});

describe('generating a token', () => {
  it('for the idle user answers 201 and leaves the token in use alone', async ({ tenant }) => {
    const answer = await tenant.call('POST', generatePath(second.uid));
    expect(answer).toMatchObject({ status: 201, body: { apiToken: expect.stringMatching(/^eyJ/) } });
    expect(await tenant.statusOf(seededApiToken)).toBe(200);
  });

  it('gives one that works, with roles and tenant in its claims', async ({ simulator, tenant }) => {
    simulator.control.changeSettings({ rolesClaim: 'Roles' });
    const token = await tenant.generate(second.uid);
    expect(await tenant.statusOf(token)).toBe(200);
    expect(claimsOf(token)).toMatchObject({
      Roles: ['ROLE_SUPER_ADMIN'],
      parentId: simulator.control.state().tenantUid,
    });
    expect(claimsOf(token)).not.toHaveProperty('exp');
  });

  it.for([
    { generateWithLiveToken: 'replaces', status: 201, former: 401, isSame: false },
    { generateWithLiveToken: 'adds', status: 201, former: 200, isSame: false },
    { generateWithLiveToken: 'same', status: 201, former: 200, isSame: true },
    { generateWithLiveToken: 'refuses', status: 400, former: 200, isSame: false },
  ] as const)(
    'for a user who has one: $generateWithLiveToken',
    async ({ generateWithLiveToken, status, former, isSame }, { simulator, tenant }) => {
      simulator.control.changeSettings({ generateWithLiveToken });
      const token = await tenant.generate(second.uid);
      const answer = await tenant.call('POST', generatePath(second.uid));
      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer.body).includes(token)).toBe(isSame);
      expect(await tenant.statusOf(token)).toBe(former);
    },
  );

  it.for([
    ['accepts', 201],
    ['refuses', 403],
  ] as const)('for oneself: %s', async ([generateForItself, status], { simulator, tenant }) => {
    simulator.control.changeSettings({ generateForItself });
    expect((await tenant.call('POST', generatePath(first.uid))).status).toBe(status);
  });

  it.for([
    generatePath(person.uid),
    revokePath(person.uid),
    generatePath('7131daad-1c6b-4c1f-9b8e-0a5d4e3f2aff'),
  ])('or revoking it is refused for anybody but an API-only user: %s', async (path, { tenant }) => {
    expect(await tenant.call('POST', path)).toMatchObject({
      status: 400,
      body: { errorCode: 'INVALID_INPUT', errorMsg: expect.any(String), details: {} },
    });
  });

  it.for([generatePath(second.uid), revokePath(second.uid)])(
    'or revoking it is for super-admins only: %s',
    async (path, { simulator, tenant }) => {
      simulator.control.putUser({ ...first, role: 'ROLE_ADMIN' });
      expect(await tenant.call('POST', path)).toMatchObject({
        status: 403,
        body: { errorCode: 'FORBIDDEN' },
      });
    },
  );
});

describe('revoking by user', () => {
  it('kills every token of the user, a newer one too', async ({ simulator, tenant }) => {
    simulator.control.changeSettings({ generateWithLiveToken: 'adds' });
    const former = await tenant.generate(second.uid);
    const newer = await tenant.generate(second.uid);
    expect(await tenant.call('POST', revokePath(second.uid))).toMatchObject({
      status: 201,
      body: { status: 'OK' },
    });
    expect([await tenant.statusOf(former), await tenant.statusOf(newer)]).toEqual([401, 401]);
  });
});

describe('examining a stored token', () => {
  it('tells whose it is and whether it works, also when its answer was lost', async ({
    simulator,
    tenant,
  }) => {
    simulator.control.addFault({ match: { method: 'POST' }, effect: { kind: 'process-then-drop' } });
    await expect(tenant.generate(second.uid)).rejects.toThrow('fetch failed');
    expect(simulator.control.examineToken(sha256Of(seededApiToken))).toMatchObject({
      kind: 'api-token',
      userUid: first.uid,
      works: true,
      revokedAt: null,
    });
    expect(simulator.control.examineToken(sha256Of('made-up'))).toEqual({ kind: 'unknown' });
    expect(simulator.control.state().users).toMatchObject([
      { uid: first.uid, tokens: [{ works: true }] },
      { uid: second.uid, tokens: [{ works: true }] },
      { uid: person.uid, tokens: [] },
    ]);
  });
});
