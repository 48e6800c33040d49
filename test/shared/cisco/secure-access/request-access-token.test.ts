import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { seededKey } from '../../../simulators/secure-access/seed.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, startHttpTestServer } from '../http-test-server.ts';
import { type SimulatedOrganisation, startSimulatedOrganisation } from './simulated-organisation.ts';

const apiKey = { key: 'key-of-canary', secret: 'secret-of-canary' };

function patientHttp() {
  const time = new AdvancingTime();
  return httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
}

describe('asking for an access token', () => {
  it('sends key and secret as the cloud wants them, once', async () => {
    const server = await startHttpTestServer(() => answer(200, { access_token: 'abc', expires_in: 3600 }));

    const token = await requestAccessToken(patientHttp(), server.url, apiKey);

    expect(token).toEqual({ accessToken: 'abc', expiresInSeconds: 3600 });
    expect(server.calls).toMatchObject([
      {
        method: 'POST',
        path: '/auth/v2/token',
        body: 'grant_type=client_credentials',
        headers: {
          authorization: `Basic ${btoa('key-of-canary:secret-of-canary')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
      },
    ]);
  });

  it('names the child organisation that the key of a parent console acts for', async () => {
    const server = await startHttpTestServer((_call, number) =>
      number === 1 ? answer(200, { access_token: 'abc', expires_in: 3600 }) : answer(403, { message: 'no' }),
    );

    await requestAccessToken(patientHttp(), server.url, apiKey, { childOrganisationId: 8_100_002 });
    const refused = requestAccessToken(patientHttp(), server.url, apiKey, { childOrganisationId: 8_100_002 });

    await expect(refused).rejects.toThrow('Check too that 8100002 (childOrganisationId) is a child');
    expect(server.calls[0]?.headers['x-umbrella-orgid']).toBe('8100002');
  });

  it.each([
    [
      'a key whose end is known',
      { ...apiKey, expiresAt: '2026-01-01T00:00:00.000Z' },
      {},
      'It was made to expire on 2026',
    ],
    ['an API key', apiKey, {}, 'credentials set <organisation>/secure-access-api-key'],
    [
      'a KeyAdmin key',
      apiKey,
      { kind: 'key-admin-key' as const },
      'set <organisation>/secure-access-key-admin-key',
    ],
  ])('that is refused for %s says what to do next', async (_said, key, options, advice) => {
    const server = await startHttpTestServer(() => answer(401, { message: 'Unauthorized' }));
    await expect(requestAccessToken(patientHttp(), server.url, key, options)).rejects.toThrow(advice);
  });

  it.each<[said: string, changes: Parameters<SimulatedOrganisation['control']['changeKey']>[1]]>([
    ['is disabled', { enabled: false }],
    ['has expired', { expireAt: '2025-12-31T00:00:00Z' }],
    ['was made by somebody who has left', { creatorActive: false }],
  ])('with a key that %s is a matter for a person, who is told what to look at', async (_said, changes) => {
    const { http, baseUrl, control } = await startSimulatedOrganisation();
    control.changeKey(seededKey.id, changes);

    const asking = requestAccessToken(http, baseUrl, seededKey);

    await expect(asking).rejects.toThrow(ConfigurationProblem);
    await expect(asking).rejects.toThrow('If it is in force there, store its key and secret again; if not,');
  });

  it('waits while the cloud says that there were too many', async () => {
    const { http, baseUrl, control, time } = await startSimulatedOrganisation();
    control.putKey({ ...apiKey, scopes: [] });
    control.changeSettings({
      retryAfterHeader: 'present',
      rateLimits: { tokensPerMinute: 1, policiesPerMinute: 1, policiesPerHour: 1 },
    });
    await requestAccessToken(http, baseUrl, apiKey);
    time.pass(50_000);

    expect(await requestAccessToken(http, baseUrl, apiKey)).toMatchObject({ expiresInSeconds: 3600 });
    expect(time.slept).toEqual([10_000]);
    expect(control.requestCounts()).toEqual({ 'POST /auth/v2/token': 3 });
  });

  it.each([400, 401, 403])(
    'that is answered %i says what to check, and no part of the key',
    async (status) => {
      const echo = { message: `Basic ${btoa('key-of-canary:secret-of-canary')}` };
      const server = await startHttpTestServer(() => answer(status, echo));

      const asking = requestAccessToken(patientHttp(), server.url, apiKey);

      const error = await asking.catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ConfigurationProblem);
      expect(error).toMatchObject({ message: expect.stringContaining('Check it in the console') });
      expect(inspect(error, { depth: 10 })).not.toMatch(/canary|a2V5/);
      expect(server.calls).toHaveLength(1);
    },
  );

  it.each<[said: string, status: number, body: unknown]>([
    ['a page that is no API', 404, '<html>'],
    ['a success without a token', 200, { expires_in: 3600 }],
    ['a token without its time', 200, { access_token: 'abc' }],
    ['a token that no header can carry', 200, { access_token: 'abc\ndef', expires_in: 3600 }],
  ])('that is answered with %s is given up', async (_said, status, body) => {
    const server = await startHttpTestServer(() => answer(status, body));

    await expect(requestAccessToken(patientHttp(), server.url, apiKey)).rejects.toThrow(GiveUp);
    expect(server.calls).toHaveLength(1);
  });
});
