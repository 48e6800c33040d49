import { describe, expect } from 'vitest';
import { sha256Of } from '../../http/bearer-token.ts';
import { seededApiKey, seededOrganisation } from '../../security-cloud-control/seed.ts';
import { startOfTest } from '../send-request.ts';
import { day, it, refreshPath } from './simulator-test.ts';

const organisations = '/v1/organizations';
const form = 'application/x-www-form-urlencoded';
const rightHeaders = { authorization: `Bearer ${seededApiKey.refreshToken}`, 'content-type': form };

describe('a refresh', () => {
  it('returns both tokens with their lives and the permissions of the key', async ({ platform }) => {
    const answer = await platform.tryRefresh();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^eyJ/),
      expires_in: 64_799,
      refresh_token: expect.any(String),
      refresh_token_expires_in: 5_183_999,
      token_type: 'Bearer',
      permissions: [expect.objectContaining({ roleDisplayName: 'Organization Administrator' })],
    });
  });

  it.for([
    { case: 'a JSON body', headers: { ...rightHeaders, 'content-type': 'application/json' }, status: 400 },
    { case: 'another grant', headers: rightHeaders, body: 'grant_type=client_credentials', status: 400 },
    { case: 'no token', headers: { 'content-type': form }, status: 401 },
    { case: 'an unknown token', headers: { ...rightHeaders, authorization: 'Bearer x' }, status: 401 },
    {
      case: 'the own organisation id of the token',
      headers: rightHeaders,
      path: refreshPath.replace(seededOrganisation.id, seededOrganisation.idInTokens),
      status: 403,
    },
    {
      case: 'an unknown key',
      headers: rightHeaders,
      path: refreshPath.replace(seededApiKey.apiKeyId, '00000000-0000-4000-8000-000000000000'),
      status: 403,
    },
  ])(
    'is refused with $status for $case, and the refresh token stays good',
    async ({ headers, path = refreshPath, body = 'grant_type=refresh_token', status }, {
      simulator,
      platform,
    }) => {
      const answer = await platform.send('POST', path, { headers, body });
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({
        trackingId: answer.headers.get('trackingid'),
        message: expect.any(String),
        timestamp: '2026-01-01T08:00:00.000Z',
        statusCode: status,
        path,
      });
      expect(simulator.control.examineToken(sha256Of(seededApiKey.refreshToken))).toMatchObject({
        works: true,
        timesUsed: 0,
      });
    },
  );

  it('does not take the access token in place of the refresh token', async ({ platform }) => {
    const { access_token } = await platform.refresh();
    expect(await platform.tryRefresh(access_token)).toMatchObject({
      status: 401,
      body: { message: 'refresh token is not valid' },
    });
  });

  it('works after the access token has expired', async ({ simulator, platform }) => {
    const first = await platform.refresh();
    simulator.control.advanceClock(20 * 3_600);
    const second = await platform.refresh(first.refresh_token);
    expect((await platform.read(organisations, second.access_token)).status).toBe(200);
  });

  it('is impossible after 60 days, and only a person can help', async ({ simulator, platform }) => {
    simulator.control.advanceClock(60 * day);
    expect((await platform.tryRefresh()).status).toBe(401);
    simulator.control.putKey({ apiKeyId: seededApiKey.apiKeyId, refreshToken: 'made-anew' });
    expect((await platform.tryRefresh('made-anew')).status).toBe(200);
  });

  it('is possible up to the last second', async ({ simulator, platform }) => {
    simulator.control.advanceClock(60 * day - 2);
    expect((await platform.tryRefresh()).status).toBe(200);
  });
});

describe('the chain of refresh tokens', () => {
  it('goes on with another token at every refresh', async ({ platform }) => {
    const first = await platform.refresh();
    const second = await platform.refresh(first.refresh_token);
    expect(new Set([seededApiKey.refreshToken, first.refresh_token, second.refresh_token]).size).toBe(3);
  });

  it('keeps the token until day 45 when switched so, and its clock runs on', async ({
    simulator,
    platform,
  }) => {
    simulator.control.changeSettings({ newRefreshToken: 'from-day-45' });
    simulator.control.advanceClock(45 * day - 2);
    expect(await platform.refresh()).toMatchObject({
      refresh_token: seededApiKey.refreshToken,
      refresh_token_expires_in: 15 * day + 1,
    });
    simulator.control.advanceClock(1);
    const renewed = await platform.refresh();
    expect(renewed.refresh_token).not.toBe(seededApiKey.refreshToken);
    expect(renewed.refresh_token_expires_in).toBe(5_183_999);
  });

  it.for([
    ['dies', 401],
    ['lives-on', 200],
  ] as const)(
    'has a replaced token that %s: a second use of it is answered with %i',
    async ([replacedRefreshToken, status], { simulator, platform }) => {
      simulator.control.changeSettings({ replacedRefreshToken });
      await platform.refresh();
      expect((await platform.tryRefresh()).status).toBe(status);
    },
  );

  it.for([
    ['restarts', 5_183_999],
    ['runs-on', 5_183_999 - 10 * day],
  ] as const)(
    'has a life that %s with another token',
    async ([refreshTokenLife, secondsLeft], { simulator, platform }) => {
      simulator.control.changeSettings({ refreshTokenLife });
      simulator.control.advanceClock(10 * day);
      expect(await platform.refresh()).toMatchObject({ refresh_token_expires_in: secondsLeft });
    },
  );

  it('breaks when the answer is lost, and the control says so', async ({ simulator, platform }) => {
    simulator.control.addFault({ match: { method: 'POST' }, effect: { kind: 'process-then-drop' } });
    await expect(platform.tryRefresh()).rejects.toThrow('fetch failed');
    expect(simulator.control.examineToken(sha256Of(seededApiKey.refreshToken))).toEqual({
      kind: 'refresh-token',
      apiKeyId: seededApiKey.apiKeyId,
      works: false,
      newest: false,
      timesUsed: 1,
      issuedAt: startOfTest,
      expiresAt: new Date(startOfTest.getTime() + 5_183_999_000),
    });
    expect(simulator.control.state().keys).toMatchObject([
      {
        issuedRefreshTokens: [
          { works: false, newest: false },
          { works: true, newest: true, timesUsed: 0 },
        ],
      },
    ]);
  });
});
