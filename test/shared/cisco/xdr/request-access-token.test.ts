import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { requestXdrAccessToken } from '#shared/cisco/xdr/request-access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer } from '../http-test-server.ts';

const client = { clientId: 'client-1', clientPassword: 'dummy-password' };

async function requestFrom(react: () => Reaction) {
  const server = await startHttpTestServer(react);
  const time = new AdvancingTime();
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  return { server, token: requestXdrAccessToken(http, server.url, client) };
}

describe('a token request to XDR', () => {
  it('sends the client by HTTP Basic and asks for nothing but its own rights', async () => {
    const { server, token } = await requestFrom(() =>
      answer(200, {
        access_token: 't',
        token_type: 'bearer',
        expires_in: 600,
        scope: 'enrich:read  inspect',
      }),
    );

    expect(await token).toEqual({
      accessToken: 't',
      expiresInSeconds: 600,
      scopes: ['enrich:read', 'inspect'],
    });
    expect(server.calls).toMatchObject([
      {
        method: 'POST',
        path: '/iroh/oauth2/token',
        body: 'grant_type=client_credentials',
        headers: { authorization: `Basic ${btoa('client-1:dummy-password')}` },
      },
    ]);
  });

  it.each<[string, Reaction, new (...parameters: never[]) => Error, string]>([
    [
      'a refused client',
      answer(401, { error: 'invalid_client', error_description: 'no such client', trace_id: 'abc' }),
      ConfigurationProblem,
      "invalid_client: no such client (Cisco's id for support: abc)",
    ],
    ['a refusal without words', answer(400), ConfigurationProblem, 'the answer gives no reason'],
    ['what may be a client of SecureX', answer(401), ConfigurationProblem, 'SecureX ended on 2024-07-31'],
    ['what to do instead', answer(403), ConfigurationProblem, 'https://xdr.us.security.cisco.com'],
    [
      'an answer of another form',
      answer(200, { token: 't' }),
      GiveUp,
      'without a token in the documented form',
    ],
    [
      'a page where the API should be',
      answer(404, '<html>'),
      GiveUp,
      'platform host of the configured region',
    ],
    ['a server that fails for good', answer(503), RetryLater, 'HTTP 503'],
  ])('explains %s', async (_case, reaction, family, words) => {
    const { token } = await requestFrom(() => reaction);

    const failure = await token.catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(family);
    expect(String(failure)).toContain(words);
    expect(JSON.stringify([String(failure), failure])).not.toContain('dummy-password');
  });
});
