import { describe, expect } from 'vitest';
import { z } from 'zod';
import { sha256Of } from '../../http/bearer-token.ts';
import { seededKey, seededKeyAdminKey, seededLogBucketRotatorKey } from '../../secure-access/seed.ts';
import type { Settings } from '../../secure-access/settings.ts';
import { startOfTest } from '../send-request.ts';
import { ApiCaller, it as signedInAsOrdinary } from './simulator-test.ts';

const keys = '/admin/v2/apiKeys';
const lists = '/policies/v2/destinationlists';
const newKey = { name: 'soc_auto_2026_02', scopes: ['policies.destinationLists:read'] };

const madeSchema = z.object({
  key: z.object({ id: z.string(), clientId: z.string(), clientSecret: z.string() }),
});

/** A test with a caller that holds a token of the KeyAdmin key, and whose rate limit is out of the way. */
const it = signedInAsOrdinary.extend('admin', async ({ simulator }) => {
  simulator.control.changeSettings({
    adminRateLimits: { perSecond: 1_000, perMinute: 1_000, perHalfHour: 1_000 },
  });
  const admin = new ApiCaller(simulator.url);
  await admin.signIn(seededKeyAdminKey);
  return admin;
});

/** Makes or refreshes a key and gives what its answer showed once. */
async function pairFrom(admin: ApiCaller, path: string, body?: unknown) {
  const answer = await admin.call('POST', path, body);
  const { key } = madeSchema.parse(answer.body);
  return { ...key, key: key.clientId, secret: key.clientSecret };
}

describe('making a key', () => {
  it('answers 201 with everything about it, the secret once', async ({ admin }) => {
    const body = { ...newKey, description: 'rotation', expireAt: '2026-04-01T08:00:00Z', allowedIPs: [] };
    const answer = await admin.call('POST', keys, body);
    const times = {
      createdAt: '2026-01-01T08:00:00.000Z',
      modifiedAt: '2026-01-01T08:00:00.000Z',
      lastUsedAt: '',
      lastRefreshedAt: '',
      expireAt: '2026-04-01T08:00:00.000Z',
    };
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      message: 'success',
      key: {
        ...body,
        ...times,
        id: expect.any(String),
        clientId: expect.any(String),
        clientSecret: expect.any(String),
        creatorKeyId: seededKeyAdminKey.id,
        creatorName: '',
        creatorEmail: '',
      },
    });
    const { key } = madeSchema.parse(answer.body);
    const read = await admin.call('GET', `${keys}/${key.id}`);
    expect(read.body).toMatchObject({ message: 'success', key: { id: key.id, name: newKey.name } });
    expect(JSON.stringify(read.body)).not.toContain(key.clientSecret);
  });

  it('gives one that mints tokens which do what its scopes say', async ({ simulator, admin }) => {
    const caller = new ApiCaller(simulator.url);
    await caller.signIn(await pairFrom(admin, keys, newKey));
    expect((await caller.call('GET', lists)).status).toBe(200);
    expect((await caller.call('GET', `${lists}/7001234/destinations`)).status).toBe(403);
  });

  it('is refused with 409 for a name that exists', async ({ admin }) => {
    const answer = await admin.call('POST', keys, { ...newKey, name: seededKey.name });
    expect(answer).toMatchObject({ status: 409, body: { message: 'error', description: 'Already Exists' } });
  });

  it.for([
    { case: 'a hyphen in the name', change: { name: 'soc-auto' } },
    { case: 'a name of 257 characters', change: { name: 'a'.repeat(257) } },
    { case: 'an unknown scope', change: { scopes: ['policies.everything'] } },
    { case: 'the scope of a KeyAdmin key', change: { scopes: ['admin.apikeys:read'] } },
    { case: 'no scope', change: { scopes: [] } },
    { case: 'an expiry that is no time', change: { expireAt: 'tomorrow' } },
    { case: 'eleven addresses', change: { allowedIPs: Array(11).fill('203.0.113.9') } },
    { case: 'an address that is none', change: { allowedIPs: ['203.0.113'] } },
  ])('is refused with 400 for $case', async ({ change }, { admin }) => {
    const answer = await admin.call('POST', keys, { ...newKey, ...change });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'error', description: expect.any(String) },
    });
  });

  it('is refused with 415 for anything but JSON', async ({ admin }) => {
    const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'text/plain' };
    expect((await admin.send('POST', keys, JSON.stringify(newKey), headers)).status).toBe(415);
  });
});

describe('listing keys', () => {
  it('shows ordinary keys, without any secret and without KeyAdmin keys', async ({ admin }) => {
    const answer = await admin.call('GET', keys);
    expect(answer.body).toMatchObject({ message: 'success', offset: 0, limit: 0, total: 2 });
    expect(JSON.stringify(answer.body)).toContain(seededKey.id);
    expect(JSON.stringify(answer.body)).not.toContain(seededKeyAdminKey.id);
    expect(JSON.stringify(answer.body)).not.toContain(seededKey.secret);
  });

  it('pages by offset and limit', async ({ admin }) => {
    expect((await admin.call('GET', `${keys}?offset=1&limit=1`)).body).toMatchObject({
      offset: 1,
      limit: 1,
      total: 2,
      keys: [{ id: seededLogBucketRotatorKey.id }],
    });
  });
});

describe('changing a key', () => {
  const path = `${keys}/${seededKey.id}`;

  it('renames it and replaces its scopes', async ({ admin }) => {
    const answer = await admin.call('PATCH', path, newKey);
    expect(answer).toMatchObject({ status: 200, body: { message: 'success', key: newKey } });
  });

  it.for([
    { case: 'the name that it has', body: { ...newKey, name: seededKey.name }, status: 400 },
    { case: 'the name of another', body: { ...newKey, name: seededLogBucketRotatorKey.name }, status: 409 },
    { case: 'an expiry', body: { ...newKey, expireAt: '' }, status: 400 },
    { case: 'no scopes', body: { name: 'other' }, status: 400 },
  ])('is refused with $status for $case', async ({ body, status }, { admin }) => {
    expect((await admin.call('PATCH', path, body)).status).toBe(status);
  });

  it.for([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/refresh'],
  ] as const)('is not possible for a KeyAdmin key: %s %s', async ([method, suffix], { admin }) => {
    const answer = await admin.call(
      method,
      `${keys}/${seededKeyAdminKey.id}${suffix}`,
      method === 'GET' ? undefined : newKey,
    );
    expect(answer).toMatchObject({ status: 404, body: { message: 'error', description: 'Not Found' } });
  });
});

describe('deleting a key', () => {
  it.for([
    ['live-on', 200],
    ['die', 401],
  ] as const)(
    'answers 204, ends its minting, and its tokens %s',
    async ([tokensAfterKeyDelete, status], { simulator, api, admin }) => {
      simulator.control.changeSettings({ tokensAfterKeyDelete });
      expect((await admin.call('DELETE', `${keys}/${seededKey.id}`)).status).toBe(204);
      expect((await api.call('GET', lists)).status).toBe(status);
      expect((await new ApiCaller(simulator.url).signIn(seededKey)).status).toBe(401);
    },
  );
});

describe('refreshing a key', () => {
  const path = `${keys}/${seededKey.id}/refresh`;

  it('gives another id and secret, and the former pair mints no more', async ({ simulator, admin }) => {
    const refreshed = await pairFrom(admin, path);
    expect(refreshed.id).toBe(seededKey.id);
    expect(refreshed.clientId).not.toBe(seededKey.key);
    expect((await new ApiCaller(simulator.url).signIn(refreshed)).status).toBe(200);
    expect((await new ApiCaller(simulator.url).signIn(seededKey)).status).toBe(401);
  });

  it('leaves the former pair its time when switched so', async ({ simulator, admin }) => {
    simulator.control.changeSettings({ formerSecretGraceSeconds: 60 });
    await pairFrom(admin, path);
    simulator.control.advanceClock(59);
    expect((await new ApiCaller(simulator.url).signIn(seededKey)).status).toBe(200);
    simulator.control.advanceClock(1);
    expect((await new ApiCaller(simulator.url).signIn(seededKey)).status).toBe(401);
  });

  it.for([
    ['live-on', 200],
    ['die', 401],
  ] as const)(
    'lets the tokens issued before: %s',
    async ([tokensAfterKeyRefresh, status], { simulator, api, admin }) => {
      simulator.control.changeSettings({ tokensAfterKeyRefresh });
      await pairFrom(admin, path);
      expect((await api.call('GET', lists)).status).toBe(status);
    },
  );

  it.for([
    ['stays', '2026-01-31T08:00:00.000Z'],
    ['moves', '2026-02-10T08:00:00.000Z'],
  ] as const)('has an expiry that %s', async ([expireAtAfterRefresh, expireAt], { simulator, admin }) => {
    simulator.control.changeSettings({ expireAtAfterRefresh });
    const made = await pairFrom(admin, keys, { ...newKey, expireAt: '2026-01-31T08:00:00Z' });
    simulator.control.advanceClock(10 * 86_400);
    await admin.signIn(seededKeyAdminKey);
    expect((await admin.call('POST', `${keys}/${made.id}/refresh`)).body).toMatchObject({
      key: { expireAt, lastRefreshedAt: '2026-01-11T08:00:00.000Z' },
    });
  });

  it('whose answer is lost can be found out', async ({ simulator, admin }) => {
    simulator.control.addFault({ match: { method: 'POST' }, effect: { kind: 'process-then-drop' } });
    await expect(admin.call('POST', path)).rejects.toThrow('fetch failed');
    expect(simulator.control.examineSecret(sha256Of(seededKey.secret))).toEqual({
      kind: 'api-key-secret',
      apiKeyId: seededKey.id,
      works: false,
      newest: false,
    });
  });
});

describe('a token', () => {
  it('of an ordinary key is of no use to the Key Admin part', async ({ simulator, api }) => {
    const scopes = ['admin:read', 'admin:write', 'policies:read', 'policies:write'] as const;
    simulator.control.putKey({ key: 'all', secret: 'all-secret', scopes });
    await api.signIn({ key: 'all', secret: 'all-secret' });
    expect(await api.call('GET', keys)).toMatchObject({
      status: 403,
      body: { message: 'error', description: 'Access Forbidden' },
    });
  });

  it('of the KeyAdmin key is of no use anywhere else', async ({ admin }) => {
    expect((await admin.call('GET', lists)).status).toBe(403);
    expect((await admin.call('POST', '/admin/v2/iam/rotateKey')).status).toBe(403);
  });

  it.for<{ case: string; settings?: Partial<Settings>; change: object; status: number }>([
    { case: 'disabled', change: { enabled: false }, status: 401 },
    { case: 'made by somebody who is gone', change: { creatorActive: false }, status: 401 },
    {
      case: 'disabled',
      settings: { unusableKeyStatus: 403 },
      change: { enabled: false },
      status: 403,
    },
  ])(
    'of a key that is $case is refused, and no other is minted: $status',
    async ({ settings = {}, change, status }, { simulator, api }) => {
      simulator.control.changeSettings(settings);
      simulator.control.changeKey(seededKey.id, change);
      expect((await api.call('GET', lists)).status).toBe(401);
      expect((await api.signIn(seededKey)).status).toBe(status);
    },
  );

  it('of an expired key lives on, and no other is minted', async ({ simulator, api }) => {
    simulator.control.changeKey(seededKey.id, { expireAt: startOfTest.toISOString() });
    expect((await api.call('GET', lists)).status).toBe(200);
    expect((await api.signIn(seededKey)).status).toBe(401);
  });

  it.for([
    { allowedIPs: ['127.0.0.1'], status: 200 },
    { allowedIPs: ['203.0.113.9', '127.0.0.0/8'], status: 200 },
    { allowedIPs: ['203.0.113.9'], status: 403 },
    { allowedIPs: ['2001:db8::/32'], status: 403 },
  ])('can be had from $allowedIPs: $status', async ({ allowedIPs, status }, { simulator }) => {
    simulator.control.putKey({ ...seededKey, allowedIPs });
    expect((await new ApiCaller(simulator.url).signIn(seededKey)).status).toBe(status);
  });

  it.for([
    { childOrganisationHeader: 'accept', child: '8100002', status: 200, organisationId: 8_100_002 },
    { childOrganisationHeader: 'accept', child: '9', status: 403 },
    { childOrganisationHeader: 'ignore', child: '8100002', status: 200, organisationId: 8_100_001 },
    { childOrganisationHeader: 'refuse', child: '8100002', status: 403 },
  ] as const)(
    'for the child organisation $child, header switched to $childOrganisationHeader: $status',
    async ({ childOrganisationHeader, child, status, ...expected }, { simulator }) => {
      simulator.control.changeSettings({ childOrganisationHeader });
      const answer = await new ApiCaller(simulator.url).send(
        'POST',
        '/auth/v2/token',
        'grant_type=client_credentials',
        {
          authorization: `Basic ${btoa('local-key:local-secret')}`,
          'content-type': 'application/x-www-form-urlencoded',
          'x-umbrella-orgid': child,
        },
      );
      expect(answer.status).toBe(status);
      const token = z.object({ access_token: z.string() }).safeParse(answer.body).data?.access_token ?? '';
      expect(simulator.control.examineSecret(sha256Of(token))).toMatchObject(
        'organisationId' in expected ? expected : { kind: 'unknown' },
      );
    },
  );
});

describe('the rate limit of the admin part', () => {
  signedInAsOrdinary('is 5 a second and 14 a minute', async ({ simulator }) => {
    const admin = new ApiCaller(simulator.url);
    await admin.signIn(seededKeyAdminKey);
    const statuses: number[] = [];
    for (let number = 1; number <= 6; number += 1) statuses.push((await admin.call('GET', keys)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    for (let number = 6; number <= 14; number += 1) {
      simulator.control.advanceClock(1);
      expect((await admin.call('GET', keys)).status).toBe(200);
    }
    simulator.control.advanceClock(1);
    expect(await admin.call('GET', keys)).toMatchObject({ status: 429, body: { message: 'error' } });
  });
});
