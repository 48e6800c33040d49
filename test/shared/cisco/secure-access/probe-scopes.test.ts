import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { probeScopes } from '#shared/cisco/secure-access/probe-scopes.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer } from '../http-test-server.ts';

const probes = [
  { scope: 'first:read', path: '/first?limit=1' },
  { scope: 'second:read', path: '/second?limit=1' },
];

async function probeAt(second: Reaction) {
  const server = await startHttpTestServer(({ path }) =>
    path.startsWith('/second') ? second : answer(200, { data: [] }),
  );
  const time = new AdvancingTime();
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  return { server, missing: probeScopes(http, server.url, 'dummy-token', probes) };
}

describe('the scopes of an access token', () => {
  it.each<[string, Reaction, string[]]>([
    ['an answer', answer(200, { data: [] }), []],
    ['a list that is not there', answer(404, { statusCode: 404, error: 'Not Found' }), []],
    ['an error under HTTP 200 that is no refusal', answer(200, { statusCode: 404 }), []],
    ['403', answer(403, { message: 'Forbidden' }), ['second:read']],
    ['403 under HTTP 200', answer(200, { statusCode: 403, error: 'Forbidden' }), ['second:read']],
  ])('are told by %s', async (_case, second, missing) => {
    const probed = await probeAt(second);

    expect(await probed.missing).toEqual(missing);
    expect(probed.server.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /first?limit=1',
      'GET /second?limit=1',
    ]);
  });

  it.each([
    ['401', answer(401, { message: 'Unauthorized' })],
    ['400 invalid_request, as an expired token is documented', answer(400, { error: 'invalid_request' })],
  ])('are not told by %s: the token itself is refused', async (_case, second) => {
    const { missing } = await probeAt(second);

    await expect(missing).rejects.toThrow(ConfigurationProblem);
  });
});
