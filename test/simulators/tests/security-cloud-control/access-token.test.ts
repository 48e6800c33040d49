import { describe, expect } from 'vitest';
import { z } from 'zod';
import { sha256Of } from '../../http/bearer-token.ts';
import { organisationBody } from '../../security-cloud-control/organisation.ts';
import { seededApiKey, seededOrganisation } from '../../security-cloud-control/seed.ts';
import { startOfTest } from '../send-request.ts';
import { it } from './simulator-test.ts';

const organisations = '/v1/organizations';
const organisation = `${organisations}/${seededOrganisation.id}`;
const expiry = startOfTest.getTime() + 64_799_000;

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('an access token', () => {
  it('reads the organisation as the console knows it', async ({ platform }) => {
    const { access_token } = await platform.refresh();
    const shown = organisationBody(seededOrganisation, []);
    const one = await platform.read(organisation, access_token);
    expect(one).toMatchObject({ status: 200, body: shown });
    expect(one.headers.get('trackingid')).toEqual(expect.any(String));
    expect((await platform.read(organisations, access_token)).body).toEqual({ organizations: [shown] });
  });

  it('does not read the organisation by the id that stands in the token', async ({ simulator, platform }) => {
    const { access_token } = await platform.refresh();
    const { orgId } = z.object({ orgId: z.string() }).parse(claimsOf(access_token));
    expect((await platform.read(`${organisations}/${orgId}`, access_token)).status).toBe(403);
    simulator.control.changeSettings({ foreignOrganisationStatus: 404 });
    expect((await platform.read(`${organisations}/${orgId}`, access_token)).status).toBe(404);
  });

  it.for([
    ['milliseconds', expiry],
    ['seconds', expiry / 1_000],
  ] as const)('says in %s when it expires', async ([expiryClaim, exp], { simulator, platform }) => {
    simulator.control.changeSettings({ expiryClaim });
    expect(claimsOf((await platform.refresh()).access_token)).toMatchObject({
      exp,
      scp: ['security:enterprise:member', 'security:enterprise:admin'],
    });
  });

  it('works up to its last second', async ({ simulator, platform }) => {
    const { access_token } = await platform.refresh();
    simulator.control.advanceClock(64_798);
    expect((await platform.read(organisation, access_token)).status).toBe(200);
    simulator.control.advanceClock(1);
    expect((await platform.read(organisation, access_token)).status).toBe(401);
  });

  it.for([
    ['live-on', 200],
    ['die', 401],
  ] as const)(
    'that is older than a refresh: %s',
    async ([olderAccessTokens, status], { simulator, platform }) => {
      simulator.control.changeSettings({ olderAccessTokens });
      const first = await platform.refresh();
      await platform.refresh(first.refresh_token);
      expect((await platform.read(organisation, first.access_token)).status).toBe(status);
    },
  );

  it('can be examined by its hash', async ({ simulator, platform }) => {
    const { access_token } = await platform.refresh();
    const examined = {
      kind: 'access-token',
      apiKeyId: seededApiKey.apiKeyId,
      works: true,
      expiresAt: new Date(expiry),
    };
    expect(simulator.control.examineToken(sha256Of(access_token))).toEqual(examined);
    simulator.control.advanceClock(64_799);
    expect(simulator.control.examineToken(sha256Of(access_token))).toEqual({ ...examined, works: false });
    expect(simulator.control.examineToken(sha256Of('made-up'))).toEqual({ kind: 'unknown' });
  });

  it('expires when a fault says so', async ({ simulator, platform }) => {
    const { access_token } = await platform.refresh();
    simulator.control.addFault({ match: { method: 'GET' }, effect: { kind: 'expire-token' } });
    expect((await platform.read(organisation, access_token)).status).toBe(401);
  });

  it.for(['max=0', 'max=501', 'cursor=x'])('cannot list with %s', async (query, { platform }) => {
    const { access_token } = await platform.refresh();
    expect((await platform.read(`${organisations}?${query}`, access_token)).status).toBe(400);
  });
});

describe("a key's standing", () => {
  it.for([403, 401] as const)(
    'disabled refuses everything with %i, until a person enables it again',
    async (disabledKeyStatus, { simulator, platform }) => {
      const { access_token, refresh_token } = await platform.refresh();
      simulator.control.changeSettings({ disabledKeyStatus });
      simulator.control.changeKey(seededApiKey.apiKeyId, { enabled: false });
      expect((await platform.tryRefresh(refresh_token)).status).toBe(disabledKeyStatus);
      expect((await platform.read(organisation, access_token)).status).toBe(disabledKeyStatus);
      simulator.control.changeKey(seededApiKey.apiKeyId, { enabled: true });
      expect((await platform.read(organisation, access_token)).status).toBe(200);
      expect((await platform.tryRefresh(refresh_token)).status).toBe(200);
    },
  );

  it('expired refuses a refresh although the refresh token is young', async ({ simulator, platform }) => {
    simulator.control.changeKey(seededApiKey.apiKeyId, { expiresAt: '2026-01-01T09:00:00Z' });
    simulator.control.advanceClock(3_600);
    expect((await platform.tryRefresh()).status).toBe(403);
  });

  it('without API access reads nothing', async ({ simulator, platform }) => {
    const { apiKeyId, refreshToken } = seededApiKey;
    simulator.control.putKey({ apiKeyId, refreshToken, role: 'without-api-access' });
    const { access_token } = await platform.refresh();
    expect((await platform.read(organisation, access_token)).status).toBe(403);
  });

  it('deleted refuses its tokens', async ({ simulator, platform }) => {
    const { access_token, refresh_token } = await platform.refresh();
    simulator.control.deleteKey(seededApiKey.apiKeyId);
    expect((await platform.tryRefresh(refresh_token)).status).toBe(403);
    expect((await platform.read(organisation, access_token)).status).toBe(401);
  });
});

describe('the platform', () => {
  it('answers everything with 421 in the wrong region', async ({ simulator, platform }) => {
    simulator.control.changeSettings({ region: 'wrong' });
    expect(await platform.tryRefresh()).toMatchObject({ status: 421, body: { statusCode: 421 } });
  });

  it('writes its text under error when switched so', async ({ simulator, platform }) => {
    simulator.control.changeSettings({ errorText: 'error' });
    const { body } = await platform.tryRefresh('made-up');
    expect(body).toMatchObject({ error: 'refresh token is not valid' });
    expect(body).not.toHaveProperty('message');
  });

  it('answers 404 where there is no route', async ({ platform }) => {
    expect((await platform.send('GET', '/v1/nothing')).status).toBe(404);
  });
});
