import { createHash, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { platformClient } from '#shared/cisco/security-cloud-control/platform-client.ts';
import type { SccApiKey } from '#shared/credentials/security-cloud-control/api-key.ts';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { seededApiKey, seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import { startSecurityCloudControlSimulator } from '../../../simulators/security-cloud-control/start.ts';
import { RotationBench } from '../../credentials/security-cloud-control/rotation-bench.ts';

const tokenRoute = {
  method: 'POST',
  template: '/v1/organizations/{orgId}/apiKeys/{apiKeyId}/token',
} as const;

/** A rotation whose platform is the simulator, over HTTP. Time passes for both alike. */
async function startSimulatedPlatform(key: Partial<SccApiKey> = {}) {
  const bench = new RotationBench();
  const simulator = await startSecurityCloudControlSimulator({ clock: bench.time });
  onTestFinished(() => simulator.close());
  bench.storeByHand({ ...seededApiKey, apiBaseUrl: simulator.url, ...key });
  const http = httpClient(
    { clock: bench.time, sleep: bench.time.sleep, random: () => 0 },
    { attemptTimeLimitMilliseconds: 2_000 },
  );
  const ports = (): RotationPorts => ({
    ...bench.ports(),
    organizationId: key.organizationId ?? seededOrganisation.id,
    platform: platformClient({ http, clock: bench.time, organisation: 'main', baseUrl: undefined }),
  });
  return {
    bench,
    control: simulator.control,
    rotate: () => bench.rotate(randomUUID(), ports()),
    examine: (token: string | undefined) =>
      simulator.control.examineToken(
        createHash('sha256')
          .update(token ?? '')
          .digest('hex'),
      ),
  };
}

describe('a rotation at the simulated platform', () => {
  it('keeps the chain of refresh tokens and the access token alive for 100 days', async () => {
    const { bench, control, rotate, examine } = await startSimulatedPlatform();

    for (let halfDay = 0; halfDay < 200; halfDay++) {
      await rotate();
      bench.time.pass(43_200_000);
    }

    expect(examine(bench.apiKey.look('AWSCURRENT')?.value.refreshToken)).toMatchObject({
      kind: 'refresh-token',
      works: true,
      newest: true,
    });
    expect(examine(bench.accessToken.look('AWSCURRENT')?.value.accessToken)).toMatchObject({
      kind: 'access-token',
      works: true,
    });
    expect(control.requestCounts()).toEqual({
      [`POST ${tokenRoute.template}`]: 200,
      'GET /v1/organizations/{orgId}': 200,
    });
  });

  it.each(['milliseconds', 'seconds'] as const)(
    'knows when the access token ends though its claim is in %s',
    async (expiryClaim) => {
      const { bench, control, rotate } = await startSimulatedPlatform();
      control.changeSettings({ expiryClaim });

      await rotate();

      expect(bench.accessToken.look('AWSCURRENT')?.value.expiresAt).toBe('2026-01-02T01:59:59.000Z');
    },
  );

  it('goes on after a lost answer where the former token lives on', async () => {
    const { bench, control, rotate, examine } = await startSimulatedPlatform();
    control.changeSettings({ replacedRefreshToken: 'lives-on' });
    control.addFault({ match: tokenRoute, effect: { kind: 'process-then-drop' } });

    await expect(rotate()).rejects.toThrow('Whether it took effect is not known');
    await rotate();

    expect(examine(bench.apiKey.look('AWSCURRENT')?.value.refreshToken)).toMatchObject({
      works: true,
      newest: true,
    });
  });

  it.each<
    [
      what: string,
      arrange: (platform: Awaited<ReturnType<typeof startSimulatedPlatform>>) => void,
      toDo: RegExp,
      key?: Partial<SccApiKey>,
    ]
  >([
    ['a wrong key', () => {}, /generate a new API key/, { refreshToken: 'mistyped' }],
    ['an expired refresh token', ({ bench }) => bench.time.pass(61 * 86_400_000), /ends 60 days after/],
    [
      'a disabled key',
      ({ control }) => control.changeKey(seededApiKey.apiKeyId, { enabled: false }),
      /Enable it in the console/,
    ],
    ['the wrong region', ({ control }) => void control.changeSettings({ region: 'wrong' }), /wrong region/],
    [
      "the token's own organisation id",
      () => {},
      /enterpriseId in the address/,
      { organizationId: seededOrganisation.idInTokens },
    ],
    [
      "the token's own organisation id, where the platform says 404",
      ({ control }) => void control.changeSettings({ foreignOrganisationStatus: 404 }),
      /enterpriseId in the address/,
      { organizationId: seededOrganisation.idInTokens },
    ],
    [
      'a role without access',
      ({ control }) =>
        control.putKey({
          apiKeyId: seededApiKey.apiKeyId,
          refreshToken: seededApiKey.refreshToken,
          role: 'without-api-access',
        }),
      /its role has no API access/,
    ],
  ])('tells a person what to do about %s, and shows no token', async (_what, arrange, toDo, key) => {
    const platform = await startSimulatedPlatform(key);
    arrange(platform);

    const error = await platform.rotate().catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ConfigurationProblem);
    expect(String(error)).toMatch(toDo);
    expect(inspect(error, { depth: 10 })).not.toMatch(/local-refresh-token|mistyped|eyJ/);
  });

  it('puts no token into what it publishes', async () => {
    const { bench, rotate } = await startSimulatedPlatform();
    await rotate();
    const secrets = [...bench.apiKey.labelled(), ...bench.accessToken.labelled()].flatMap((value) =>
      'refreshToken' in value ? value.refreshToken : value.accessToken,
    );

    const published = JSON.stringify(bench.published);

    expect(bench.published).toHaveLength(1);
    for (const secret of secrets) expect(published).not.toContain(secret);
  });
});
