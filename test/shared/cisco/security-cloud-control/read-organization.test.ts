import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { readOrganization } from '#shared/cisco/security-cloud-control/read-organization.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer } from '../http-test-server.ts';

const organizationId = '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101';

async function readWith(...reactions: Reaction[]) {
  const server = await startHttpTestServer(
    (_call, number) => reactions[Math.min(number, reactions.length) - 1] ?? answer(500),
  );
  const time = new AdvancingTime();
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  const place = { organizationId, apiBaseUrl: server.url.origin };
  const result = await readOrganization(http, place, 'canary-access', 'main').catch(
    (error: unknown) => error,
  );
  return { result, calls: server.calls };
}

describe('reading the organisation', () => {
  it('proves an access token', async () => {
    const { result, calls } = await readWith(answer(200, { id: organizationId }));

    expect(result).toBeUndefined();
    expect(calls).toMatchObject([
      {
        method: 'GET',
        path: `/v1/organizations/${organizationId}`,
        headers: { authorization: 'Bearer canary-access' },
      },
    ]);
  });

  it('is repeated when an answer is lost, since a read does no harm', async () => {
    const { result, calls } = await readWith({ kind: 'cut' }, answer(200, {}));
    expect(result).toBeUndefined();
    expect(calls).toHaveLength(2);
  });

  it.each([
    [401, /refused although it was issued just now/],
    [403, /its role has no API access \(it needs Organization Member or Organization Administrator\)/],
    [404, /enterpriseId in the address of the API Keys page/],
    [421, /wrong region/],
  ])('that is answered %i tells a person what to do, and shows no token', async (status, toDo) => {
    const { result } = await readWith(answer(status, { message: 'no: canary-access' }));

    expect(result).toBeInstanceOf(ConfigurationProblem);
    expect(String(result)).toMatch(toDo);
    expect(inspect(result, { depth: 10 })).not.toContain('canary');
  });
});
