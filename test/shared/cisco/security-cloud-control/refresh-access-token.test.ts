import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { refreshAccessToken } from '#shared/cisco/security-cloud-control/refresh-access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer, unusedUrl } from '../http-test-server.ts';

const organizationId = '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101';
const apiKeyId = 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c01';
const path = `/v1/organizations/${organizationId}/apiKeys/${apiKeyId}/token`;

async function refreshAt(apiBaseUrl: URL) {
  const time = new AdvancingTime();
  const http = httpClient(
    { clock: time, sleep: time.sleep, random: () => 0 },
    { attemptTimeLimitMilliseconds: 300 },
  );
  const apiKey = { refreshToken: 'canary-refresh', organizationId, apiKeyId, apiBaseUrl: apiBaseUrl.origin };
  return refreshAccessToken({ http, clock: time }, apiKey, 'main');
}

async function refreshWith(...reactions: Reaction[]) {
  const server = await startHttpTestServer(
    (_call, number) => reactions[Math.min(number, reactions.length) - 1] ?? answer(500),
  );
  const result = await refreshAt(server.url).catch((error: unknown) => error);
  return { result, calls: server.calls };
}

const documented = {
  access_token: 'access',
  expires_in: 64_799,
  refresh_token: 'another',
  refresh_token_expires_in: 5_183_999,
  token_type: 'Bearer',
};

/** The error envelope of the platform. */
const envelope = (statusCode: number, message: string) =>
  answer(statusCode, {
    trackingId: 'e722d145-7f32-4a73-986f-82f28c9bf6ce',
    message,
    timestamp: '2026-03-09T16:09:28.683Z',
    statusCode,
    path,
  });

describe('refreshing', () => {
  it('sends the refresh token as bearer and the grant as a form, and reads both tokens with their ends', async () => {
    const { result, calls } = await refreshWith(answer(200, documented));

    expect(result).toEqual({
      kind: 'refreshed',
      refreshToken: 'another',
      refreshTokenExpiresAt: new Date('2026-03-02T07:59:59Z'),
      accessToken: { value: 'access', expiresAt: new Date('2026-01-02T01:59:59Z') },
    });
    expect(calls).toMatchObject([
      {
        method: 'POST',
        path,
        body: 'grant_type=refresh_token',
        headers: {
          authorization: 'Bearer canary-refresh',
          'content-type': 'application/x-www-form-urlencoded',
        },
      },
    ]);
  });

  it.each<[said: string, body: object, read: object]>([
    ['no refresh token', { access_token: 'a', expires_in: 60 }, { accessToken: { value: 'a' } }],
    ['a refresh token and nothing else', { refresh_token: 'another' }, { refreshToken: 'another' }],
    [
      'numbers that are none',
      { ...documented, expires_in: 'long', refresh_token_expires_in: null },
      { refreshToken: 'another' },
    ],
    [
      'an access token that no header can carry',
      { ...documented, access_token: 'a b' },
      { refreshToken: 'another' },
    ],
    ['no JSON object', [], {}],
  ])('loses nothing of an answer with %s', async (_said, body, read) => {
    const { result } = await refreshWith(answer(200, body));

    expect(result).toMatchObject({ kind: 'refreshed', ...read });
    expect(result).not.toHaveProperty('accessToken.expiresAt', undefined);
  });

  it.each([
    [401, 'refresh token is not valid'],
    [401, 'Unauthorized'],
    [400, 'refresh token is not valid'],
    [400, 'invalid_grant'],
  ])('that is answered %i "%s" is refused, which is no error yet', async (status, message) => {
    const { result, calls } = await refreshWith(envelope(status, message));

    expect(result).toEqual({
      kind: 'refused',
      said: `${message} (Cisco's id for support: e722d145-7f32-4a73-986f-82f28c9bf6ce)`,
    });
    expect(calls).toHaveLength(1);
  });

  it('reads an error of the older gateways, and the tracking id in a header', async () => {
    const { result } = await refreshWith(
      answer(401, { error: 'refresh token is not valid' }, { trackingid: 'track' }),
    );
    expect(result).toMatchObject({ said: "refresh token is not valid (Cisco's id for support: track)" });
  });

  it.each<[what: string, reaction: Reaction, toDo: RegExp]>([
    ['a disabled key', envelope(403, 'API key is disabled or expired'), /Enable it in the console.*API Keys/],
    ['a disabled key, under 401', envelope(401, 'API key is disabled'), /Enable it in the console/],
    [
      "another organisation's id",
      envelope(403, 'API key does not belong to the organization'),
      /organizationId must be the enterpriseId in the address.*inside a token is another one.*credentials set main\/scc-api-key/,
    ],
    ['an unknown organisation', envelope(404, 'Not Found'), /enterpriseId.*90a101 was sent/],
    [
      'the wrong region',
      envelope(421, 'Misdirected Request'),
      /wrong region.*https:\/\/api\.security\.cisco\.com.*baseUrl.*apiBaseUrl/,
    ],
    ['ids that are none', envelope(400, 'Bad Request'), /does not understand the ids/],
  ])('tells a person what to do about %s', async (_what, reaction, toDo) => {
    const { result, calls } = await refreshWith(reaction);

    expect(result).toBeInstanceOf(ConfigurationProblem);
    expect(String(result)).toMatch(toDo);
    // What was misdirected reached nobody: fetch itself sends it again over a new connection, as its standard says.
    expect(calls).toHaveLength(reaction.kind === 'answer' && reaction.status === 421 ? 2 : 1);
  });

  it('is given up when something else than the platform answers', async () => {
    const { result } = await refreshWith(answer(410, '<html>gone</html>'));
    expect(result).toBeInstanceOf(GiveUp);
    expect(String(result)).toContain('https://api.security.cisco.com');
  });

  it.each<[what: string, reaction: Reaction]>([
    ['cut off', { kind: 'cut' }],
    ['cut off in the middle', { kind: 'cut-in-body' }],
    ['never given', { kind: 'hang' }],
    ["the platform's own failure", envelope(500, 'Internal Server Error')],
  ])('is not repeated when its answer is %s', async (_what, reaction) => {
    const { result, calls } = await refreshWith(reaction, answer(200, documented));

    expect(result).toBeInstanceOf(OutcomeUnknown);
    expect(calls).toHaveLength(1);
  });

  it('is repeated when it certainly had no effect', async () => {
    const { result, calls } = await refreshWith(answer(429), answer(200, documented));

    expect(result).toMatchObject({ refreshToken: 'another' });
    expect(calls).toHaveLength(2);
    await expect(refreshAt(await unusedUrl())).rejects.toThrow('could not be reached');
  });

  it.each([400, 401, 403, 404, 410, 421, 500])(
    'that is answered %i never shows the refresh token, though the answer quotes it',
    async (status) => {
      const { result } = await refreshWith(
        envelope(status, 'canary-refresh is no good: Bearer canary-refresh; disabled'),
      );
      expect(inspect(result, { depth: 10 })).not.toContain('canary');
    },
  );
});
