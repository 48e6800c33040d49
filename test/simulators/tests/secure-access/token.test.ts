import { describe, expect } from 'vitest';
import { seededKey } from '../../secure-access/seed.ts';
import { ApiCaller, it } from './simulator-test.ts';

const lists = '/policies/v2/destinationlists';
const destinations = `${lists}/7001234/destinations`;
const rightPair = `Basic ${Buffer.from(`${seededKey.key}:${seededKey.secret}`).toString('base64')}`;
const form = 'application/x-www-form-urlencoded';

describe('a token', () => {
  it('is given for key and secret, for an hour', async ({ simulator }) => {
    const answer = await new ApiCaller(simulator.url).signIn();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      token_type: 'bearer',
      access_token: expect.stringMatching(/^eyJ/),
      expires_in: 3_600,
    });
  });

  it.for([
    {
      case: 'no Authorization',
      authorization: '',
      body: 'grant_type=client_credentials',
      type: form,
      status: 401,
    },
    {
      case: 'a wrong secret',
      authorization: `Basic ${btoa('local-key:wrong')}`,
      body: '',
      type: form,
      status: 401,
    },
    {
      case: 'an unknown key',
      authorization: `Basic ${btoa('other:local-secret')}`,
      body: '',
      type: form,
      status: 401,
    },
    { case: 'an empty body', authorization: rightPair, body: '', type: form, status: 400 },
    { case: 'another grant', authorization: rightPair, body: 'grant_type=password', type: form, status: 400 },
    { case: 'a JSON body', authorization: rightPair, body: '{}', type: 'application/json', status: 400 },
  ])('is refused with $status for $case', async ({ authorization, body, type, status }, { simulator }) => {
    const caller = new ApiCaller(simulator.url);
    const answer = await caller.send('POST', '/auth/v2/token', body, { authorization, 'content-type': type });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ message: expect.any(String) });
  });

  it('works up to its last second', async ({ simulator, api }) => {
    simulator.control.advanceClock(3_599);
    expect((await api.call('GET', lists)).status).toBe(200);
  });

  it.for([400, 401] as const)(
    'that has expired is answered with %i and invalid_request',
    async (status, { simulator, api }) => {
      simulator.control.changeSettings({ expiredTokenStatus: status });
      simulator.control.advanceClock(3_600);
      const answer = await api.call('GET', lists);
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({ error: 'invalid_request' });
    },
  );

  it.for(['', 'Bearer made-up', rightPair])(
    'other than an issued one is answered with 401: "%s"',
    async (authorization, { simulator }) => {
      const answer = await new ApiCaller(simulator.url).send('GET', lists, undefined, { authorization });
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ message: 'Unauthorized' });
    },
  );

  it('of a replaced secret can no longer be had', async ({ simulator, api }) => {
    simulator.control.putKey({ ...seededKey, secret: 'new-secret' });
    expect((await api.signIn()).status).toBe(401);
    expect((await api.signIn({ key: seededKey.key, secret: 'new-secret' })).status).toBe(200);
  });
});

describe("a key's scopes", () => {
  it('let a read-only key read', async ({ simulator, api }) => {
    simulator.control.putKey({ key: 'reader', secret: 'reader-secret', scopes: ['policies:read'] });
    await api.signIn({ key: 'reader', secret: 'reader-secret' });
    expect((await api.call('GET', destinations)).status).toBe(200);
  });

  it('keep a read-only key from writing, and nothing is stored', async ({ simulator, api }) => {
    simulator.control.putKey({ key: 'reader', secret: 'reader-secret', scopes: ['policies:read'] });
    await api.signIn({ key: 'reader', secret: 'reader-secret' });
    const answer = await api.call('POST', destinations, [{ destination: 'bad.example' }]);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ message: 'Access Forbidden' });
    expect(simulator.control.destinations(7_001_234)).toEqual([]);
  });

  it('of the seeded key do not include making lists', async ({ api }) => {
    const answer = await api.call('POST', lists, { access: 'none', isGlobal: false, name: 'new' });
    expect(answer.status).toBe(403);
  });
});
