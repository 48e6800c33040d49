import { describe, expect } from 'vitest';
import { seededClient, seededSecureXClient } from '../../xdr/seed.ts';
import { it } from './simulator-test.ts';

const inspect = ['POST', '/iroh/iroh-inspect/inspect', { content: 'bad.example' }] as const;

describe('a token', () => {
  it('lives for 600 seconds', async ({ simulator, xdr }) => {
    expect(await xdr.requestToken()).toMatchObject({
      status: 200,
      body: { token_type: 'bearer', expires_in: 600, scope: seededClient.scopes.join(' ') },
    });
    expect(await xdr.call(...inspect)).toMatchObject({ status: 200 });
    simulator.control.advanceClock(600);

    const late = await xdr.call(...inspect);

    expect(late).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    expect(late.headers.has('x-ratelimit-org-limit')).toBe(false);
  });

  it.for([
    { made: ['inspect'], ownerScopes: ['inspect', 'enrich'], granted: 'inspect' },
    { made: ['inspect'], ownerScopes: ['inspect:read'], granted: 'inspect:read' },
    { made: ['inspect'], ownerScopes: ['enrich'], granted: '' },
    { made: ['inspect:read', 'enrich'], ownerScopes: ['inspect'], granted: 'inspect:read' },
  ])(
    'of a client made with $made, whose owner has $ownerScopes, may "$granted"',
    async ({ made, ownerScopes, granted }, { simulator, xdr }) => {
      simulator.control.putClient({ ...seededClient, scopes: made, ownerScopes });

      expect(await xdr.requestToken()).toMatchObject({ body: { scope: granted } });
    },
  );

  it.for([
    ['a client of SecureX', seededSecureXClient],
    ['a wrong password', { ...seededClient, clientPassword: 'wrong' }],
    ['an unknown client', { clientId: 'nobody', clientPassword: 'x' }],
  ] as const)('is refused to %s', async ([, credentials], { simulator, xdr }) => {
    expect(await xdr.requestToken(credentials)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    simulator.control.changeSettings({ refusedClientStatus: 400 });
    expect(await xdr.requestToken(credentials)).toMatchObject({ status: 400 });
  });

  it('without the scope gets a 403 that names it, in the words of the API that was called', async ({
    simulator,
    xdr,
  }) => {
    simulator.control.putClient({ ...seededClient, scopes: ['enrich:read'] });

    expect(await xdr.call(...inspect)).toMatchObject({
      status: 403,
      body: { error: 'missing_scope', 'missing-scopes': ['inspect:read'], scopes: ['enrich:read'] },
    });
    expect(await xdr.call('POST', '/ctia/bundle/import', {})).toMatchObject({
      status: 403,
      body: { type: 'Access Control Error' },
    });
  });
});

describe("the organisation's hour", () => {
  it('takes so many requests, tokens included, and names the wait until the oldest is an hour ago', async ({
    simulator,
    xdr,
  }) => {
    simulator.control.changeSettings({ requestsPerHour: 3 });
    await xdr.requestToken();
    simulator.control.advanceClock(43);
    const admitted = await xdr.call(...inspect);
    const refused = await xdr.call(...inspect);

    expect(admitted.headers.get('x-ratelimit-org-limit')).toBe('3');
    expect(refused).toMatchObject({ status: 429, body: { message: 'Too many requests' } });
    expect(refused.headers.get('retry-after')).toBe('3557');
    simulator.control.advanceClock(540);
    expect(simulator.control.state().quota.usedInLastHour).toBe(3);
  });

  it('is shared with people, and rolls on', async ({ simulator, xdr }) => {
    simulator.control.changeSettings({ requestsPerHour: 10 });
    await xdr.requestToken();
    simulator.control.changeQuota({ usedByOthers: 100 });

    expect((await xdr.requestToken()).status).toBe(429);
    simulator.control.advanceClock(3_600);
    expect((await xdr.requestToken()).status).toBe(200);
  });

  it.for([
    ['seconds', '3557'],
    ['seconds-with-unit', '3557s'],
    ['missing', null],
  ] as const)(
    'can be refused for a while: with %s, Retry-After is %s',
    async ([form, said], { simulator, xdr }) => {
      simulator.control.changeSettings({ retryAfterForm: form });
      simulator.control.changeQuota({ refuseForSeconds: 3_557 });

      const refused = await xdr.requestToken();

      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, said]);
      simulator.control.advanceClock(3_557);
      expect((await xdr.requestToken()).status).toBe(200);
    },
  );
});
