import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { type AuthorisedCall, authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer } from '../http-test-server.ts';
import { MintingTokenSource, startSimulatedOrganisation } from './simulated-organisation.ts';

const read: AuthorisedCall = {
  method: 'GET',
  path: '/policies/v2/rules?limit=1000',
  scope: 'policies.rules:read',
  repetition: 'repeatable',
};

const add: AuthorisedCall = {
  method: 'POST',
  path: '/policies/v2/destinationlists/7001234/destinations',
  json: [{ destination: 'bad.example', comment: 'case-42' }],
  scope: 'policies.destinations:write',
  repetition: 'once',
};

/** A client whose tokens are `canary-1`, `canary-2` and so on, at a server that reacts with each in turn. */
async function clientAt(...reactions: [Reaction, ...Reaction[]]) {
  const server = await startHttpTestServer(
    (_call, callNumber) => reactions[callNumber - 1] ?? answer(500, 'one call too many'),
  );
  let minted = 0;
  const tokens = new MintingTokenSource(async () => {
    minted += 1;
    return { accessToken: `canary-${minted}` };
  });
  const time = new AdvancingTime();
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  return {
    client: authorisedClient({ http, tokens, baseUrl: server.url }),
    tokens,
    tokensSent: () => server.calls.map(({ headers }) => headers.authorization),
    server,
  };
}

describe('a call', () => {
  it('carries the token, and its body as JSON', async () => {
    const { client, server } = await clientAt(answer(200, { ok: true }));

    expect(await client.send(add)).toMatchObject({ status: 200, body: { ok: true } });
    expect(server.calls).toMatchObject([
      {
        method: 'POST',
        path: add.path,
        body: '[{"destination":"bad.example","comment":"case-42"}]',
        headers: {
          accept: 'application/json',
          authorization: 'Bearer canary-1',
          'content-type': 'application/json',
        },
      },
    ]);
  });

  it('without a body does not speak of its type', async () => {
    const { client, server } = await clientAt(answer(200, {}));

    await client.send(read);

    expect(server.calls[0]?.headers).not.toHaveProperty('content-type');
    expect(server.calls[0]?.body).toBe('');
  });
});

describe('a refused token', () => {
  it.each<[said: string, refusal: Reaction]>([
    ['401', answer(401, { message: 'Unauthorized' })],
    ['401 without a body', answer(401)],
    ['400 invalid_request', answer(400, { error: 'invalid_request' })],
  ])('(%s) is replaced once, and the call repeated once', async (_said, refusal) => {
    for (const call of [read, add]) {
      const { client, tokens, tokensSent } = await clientAt(refusal, answer(200, { ok: true }));

      expect(await client.send(call)).toMatchObject({ body: { ok: true } });
      expect(tokensSent()).toEqual(['Bearer canary-1', 'Bearer canary-2']);
      expect(tokens.replaced).toEqual(['version-1']);
    }
  });

  it('that was just minted ends in a word about the key, after two requests', async () => {
    const refusal = answer(401, { message: 'no Bearer canary-2' });
    const { client, tokens, tokensSent } = await clientAt(refusal, refusal);

    const error = await client.send(add).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ConfigurationProblem);
    expect(error).toMatchObject({ message: expect.stringMatching(/just minted.*may be disabled/) });
    expect(inspect(error, { depth: 10 })).not.toContain('canary');
    expect(tokensSent()).toHaveLength(2);
    expect(tokens.replaced).toHaveLength(1);
  });

  it('is no reason to repeat a call that fails otherwise the second time', async () => {
    const { client, tokensSent } = await clientAt(answer(401), answer(500));

    await expect(client.send(add)).rejects.toThrow(OutcomeUnknown);
    expect(tokensSent()).toHaveLength(2);
  });

  it('that cannot be replaced now leaves the call for later', async () => {
    const { client, tokens, tokensSent } = await clientAt(answer(401));
    tokens.replace = () => Promise.reject(new RetryLater('the minter is busy'));

    await expect(client.send(read)).rejects.toThrow('the minter is busy');
    expect(tokensSent()).toHaveLength(1);
  });

  it.each<[said: string, status: number, body: unknown]>([
    ['another error', 400, { error: 'Bad Request', statusCode: 400 }],
    ['no body', 400, undefined],
    ['the same word', 404, { error: 'invalid_request' }],
  ])('is not seen in an answer with %s under %i', async (_said, status, body) => {
    const { client, tokens } = await clientAt(answer(status, body));

    expect(await client.send(read)).toMatchObject({ status });
    expect(tokens.replaced).toEqual([]);
  });
});

describe('403', () => {
  it('names the scope that the key lacks, and is not repeated', async () => {
    for (const call of [read, add]) {
      const { client, tokens, tokensSent } = await clientAt(answer(403, { message: 'Access Forbidden' }));

      await expect(client.send(call)).rejects.toThrow(ConfigurationProblem);
      expect(tokensSent()).toHaveLength(1);
      expect(tokens.replaced).toEqual([]);
    }
    const { client } = await clientAt(answer(403, { message: 'Access Forbidden' }));
    await expect(client.send(add)).rejects.toThrow(
      /answered 403: Access Forbidden\. The API key lacks the scope policies\.destinations:write/,
    );
  });

  it('counts also behind a replaced token', async () => {
    const { client, tokensSent } = await clientAt(answer(401), answer(403));

    await expect(client.send(read)).rejects.toThrow('lacks the scope policies.rules:read');
    expect(tokensSent()).toHaveLength(2);
  });
});

describe('on the simulated cloud', () => {
  it.each([400, 401] as const)('a token that expired (%i) costs one token and one repeat', async (status) => {
    const { client, control, time } = await startSimulatedOrganisation();
    control.changeSettings({ expiredTokenStatus: status });
    await client.send(read);
    time.pass(3_600_000);

    expect(await client.send(read)).toMatchObject({ status: 200 });
    expect(control.requestCounts()).toEqual({
      'POST /auth/v2/token': 2,
      'GET /policies/v2/rules': 3,
    });
  });
});

describe('a redirect', () => {
  const redirected = (url: URL) => answer(307, undefined, { location: url.href });

  it('to the same host takes the token along, since a region may keep the data', async () => {
    const region = await startHttpTestServer(() => answer(200, { ok: true }));
    const { client } = await clientAt(redirected(new URL('/reports.eu', region.url)));

    expect(await client.send(read)).toMatchObject({ status: 200 });
    expect(region.calls).toMatchObject([
      { path: '/reports.eu', headers: { authorization: 'Bearer canary-1' } },
    ]);
  });

  it('to a stranger is not followed, and costs no token', async () => {
    const { client, tokens, server } = await clientAt(redirected(new URL('https://collector.example/')));

    expect(await client.send(read)).toMatchObject({ status: 307 });
    expect(server.calls).toHaveLength(1);
    expect(tokens.replaced).toEqual([]);
  });

  it('to a stranger, when an answer named it, is refused before anything is sent', async () => {
    const stranger = await startHttpTestServer(() => answer(200, {}));
    const { client } = await clientAt(answer(200, {}));
    const path = stranger.url.href.replace('127.0.0.1', 'localhost');

    await expect(client.send({ ...read, path })).rejects.toThrow(GiveUp);
    expect(stranger.calls).toEqual([]);
  });
});
