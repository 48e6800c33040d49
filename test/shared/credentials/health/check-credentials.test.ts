import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { SecretReader } from '#shared/credentials/secret-reader.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { CredentialKind } from '#shared/events/credential-events.ts';
import { checkCredentials } from '../../../../shared/credentials/health/check-credentials.ts';
import type { HealthPorts } from '../../../../shared/credentials/health/health-ports.ts';
import { seededApiToken } from '../../../simulators/firewall-manager/seed.ts';
import { seededKey } from '../../../simulators/secure-access/seed.ts';
import { seededApiKey, seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import { seededClient, seededSecureXClient } from '../../../simulators/xdr/seed.ts';
import { startSimulatedClouds, xdrClient } from '../../cisco/simulated-clouds.ts';
import { configurationWith } from './health-fixtures.ts';

const quickly = { retry: { attempts: 1, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 } };

/** One organisation with everything, at simulated clouds, with every credential stored two days ago. */
async function startHealthBench() {
  const clouds = await startSimulatedClouds();
  const clock = { now: () => new Date() };
  const http = httpClient({ clock, sleep: async () => undefined, random: () => 0 }, quickly);
  const hoursFromNow = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);
  const name = (kind: CredentialKind) => `scc-automations/test/organisations/main/${kind}`;

  const sccToken = await refreshScc(clouds.organisation.securityCloudControl.baseUrl);
  const values = new Map<string, { value: unknown; version: number }>();
  const store = (kind: CredentialKind, value: object) => {
    values.set(name(kind), { value, version: (values.get(name(kind))?.version ?? 0) + 1 });
  };
  store('scc-access-token', {
    accessToken: sccToken,
    mintedAt: hoursFromNow(-2).toISOString(),
    expiresAt: hoursFromNow(16).toISOString(),
    refreshTokenExpiresAt: hoursFromNow(40 * 24).toISOString(),
  });
  store('firewall-manager-token', {
    token: seededApiToken,
    createdAt: hoursFromNow(-48).toISOString(),
  });
  store('xdr-client', xdrClient);

  const storedAt = new Map<string, Date>(
    (['secure-access-api-key', 'secure-access-key-admin-key', 'log-bucket-key'] as const).map((kind) => [
      name(kind),
      hoursFromNow(-48),
    ]),
  );
  /** Names of secrets whose values were read. */
  const read = new Set<string>();
  const secrets: SecretReader = {
    async read(secretName, schema) {
      read.add(secretName);
      const stored = values.get(secretName);
      const parsed = schema.safeParse(stored?.value);
      if (!stored || !parsed.success)
        throw new ConfigurationProblem(`The secret ${secretName} has no value yet.`);
      return { value: parsed.data, versionId: `v${stored.version}` };
    },
  };
  const minted: (string | undefined)[] = [];
  const ports: HealthPorts = {
    stage: configurationWith().stage,
    secrets,
    storedAt: async (secretName) => storedAt.get(secretName),
    minter: {
      async mint(_organisation, failedVersionId) {
        minted.push(failedVersionId);
        const baseUrl = new URL(clouds.organisation.secureAccess.baseUrl);
        const { accessToken } = await requestAccessToken(http, baseUrl, seededKey);
        store('secure-access-access-token', {
          accessToken,
          mintedAt: hoursFromNow(0).toISOString(),
          expiresAt: hoursFromNow(1).toISOString(),
          keyExpiresAt: hoursFromNow(20 * 24).toISOString(),
        });
      },
    },
    http,
    clock,
  };

  return {
    clouds,
    ports,
    store,
    forget: (kind: CredentialKind) => {
      values.delete(name(kind));
      storedAt.delete(name(kind));
    },
    minted,
    readKinds: () => [...read].map((secretName) => secretName.split('/').at(-1)).toSorted(),
    hoursFromNow,
    async check(overrides: Partial<HealthPorts> = {}, networkGroups: Readonly<Record<string, object>> = {}) {
      const configuration = configurationWith(clouds.organisation, networkGroups);
      const { report, broken } = await checkCredentials(configuration, undefined, { ...ports, ...overrides });
      return {
        broken,
        report,
        of: (kind: CredentialKind) => report.credentials.find((health) => health.kind === kind),
      };
    },
  };
}

async function refreshScc(baseUrl: string): Promise<string> {
  const { apiKeyId, refreshToken } = seededApiKey;
  const url = `${baseUrl}/v1/organizations/${seededOrganisation.id}/apiKeys/${apiKeyId}/token`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${refreshToken}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=refresh_token',
  });
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null && 'access_token' in body ? String(body.access_token) : '';
}

describe('a check of an organisation with everything', () => {
  it('finds nothing to do where all is well', async () => {
    const { check } = await startHealthBench();

    const { report, broken } = await check();

    expect(broken).toEqual([]);
    expect(report.credentials.map(({ kind, works, risks }) => [kind, works, risks])).toEqual([
      ['secure-access-api-key', 'yes', []],
      ['secure-access-access-token', 'yes', []],
      ['secure-access-key-admin-key', 'unknown', []],
      ['log-bucket-key', 'unknown', []],
      ['scc-api-key', 'yes', []],
      ['scc-access-token', 'yes', []],
      ['firewall-manager-token', 'yes', []],
      ['xdr-client', 'yes', []],
    ]);
  });

  it('knows how long each lasts, from what those who may read it have recorded', async () => {
    const { check } = await startHealthBench();

    const { of } = await check();

    expect(of('secure-access-api-key')).toMatchObject({
      daysLeft: expect.closeTo(20, 1),
      ageDays: expect.closeTo(2, 1),
    });
    expect(of('scc-api-key')).toMatchObject({ daysLeft: expect.closeTo(40, 1) });
    expect(of('scc-access-token')).toMatchObject({ daysLeft: expect.closeTo(0.66, 1) });
    expect(of('log-bucket-key')).toMatchObject({
      daysLeft: expect.closeTo(88, 1),
      ageDays: expect.closeTo(2, 1),
    });
    expect(of('firewall-manager-token')).not.toHaveProperty('daysLeft');
    expect(of('xdr-client')).toHaveProperty('ageDays');
  });

  it('reads no long-lived credential but the XDR client and the Firewall Manager token', async () => {
    const { check, readKinds } = await startHealthBench();

    await check();

    expect(readKinds()).toEqual([
      'firewall-manager-token',
      'scc-access-token',
      'secure-access-access-token',
      'xdr-client',
    ]);
  });

  it('has a token minted although the present one is good, which would prove nothing', async () => {
    const { check, minted } = await startHealthBench();

    await check();
    await check();

    expect(minted).toEqual([undefined, 'v1']);
  });

  it('writes nothing anywhere to learn whether it may: such scopes stay unknown', async () => {
    const { check, clouds } = await startHealthBench();

    const { of } = await check();

    expect(of('secure-access-api-key')?.unprovedScopes).toEqual([
      'policies.destinations:write',
      'admin.iam:write',
    ]);
    const methods = clouds.secureAccess.requests({ pathPrefix: '/policies' }).map(({ method }) => method);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });
});

describe('a check of an organisation with groups on its firewalls', () => {
  const firewalls = { kind: 'network-group', organisation: 'main', name: 'soc-block', region: 'us' };
  const groups = { firewalls, 'more-firewalls': { ...firewalls, name: 'more' } };

  it('reads one common object with the token, once where all are served; whether it may write stays unknown', async () => {
    const { check, clouds } = await startHealthBench();

    const { of } = await check({}, groups);

    expect(of('scc-access-token')).toMatchObject({
      works: 'yes',
      risks: [],
      unprovedScopes: ['common objects: write'],
    });
    const paths = clouds.securityCloudControl.requests().map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/objects'))).toHaveLength(1);
  });

  it.each([
    [
      'rights to objects that a token of the platform lacks',
      { objectScopes: 'missing' },
      'rights of their own',
    ],
    ['another region than the configured one', { objectsRegion: 'wrong' }, 'is not the region'],
  ] as const)('finds %s', async (_what, settings, words) => {
    const { check, clouds } = await startHealthBench();
    clouds.securityCloudControl.changeSettings(settings);

    const health = (await check({}, groups)).of('scc-access-token');

    expect(health?.risks).toMatchObject([{ risk: 'does-not-work', message: expect.stringContaining(words) }]);
  });
});

type Bench = Awaited<ReturnType<typeof startHealthBench>>;

describe('a check finds', () => {
  it.each<[string, CredentialKind, (bench: Bench) => void, string[], string]>([
    [
      'a disabled API key, though its last token still works',
      'secure-access-api-key',
      ({ clouds }) => clouds.secureAccess.changeKey(seededKey.id, { enabled: false }),
      ['does-not-work'],
      'disabled or deleted',
    ],
    [
      'a key without a scope that the configuration needs',
      'secure-access-api-key',
      ({ clouds }) =>
        clouds.secureAccess.putKey({ ...seededKey, scopes: ['policies.destinationLists:read'] }),
      ['lacks-scopes'],
      'policies.destinations:read, policies.rules:read',
    ],
    [
      'a key that was never stored',
      'secure-access-api-key',
      ({ forget }) => forget('secure-access-api-key'),
      ['does-not-work'],
      'credentials set main/secure-access-api-key',
    ],
    [
      'a KeyAdmin key that was never stored',
      'secure-access-key-admin-key',
      ({ forget }) => forget('secure-access-key-admin-key'),
      ['does-not-work'],
      'credentials set main/secure-access-key-admin-key',
    ],
    [
      'an organisation whose token was never made',
      'scc-access-token',
      ({ forget }) => forget('scc-access-token'),
      ['does-not-work'],
      'credentials rotate main/scc-access-token',
    ],
    [
      'an access token of Security Cloud Control that is refused',
      'scc-access-token',
      ({ clouds }) => clouds.securityCloudControl.advanceClock(19 * 3_600),
      ['does-not-work'],
      'answered 401',
    ],
    [
      'a wrong region',
      'scc-access-token',
      ({ clouds }) => clouds.securityCloudControl.changeSettings({ region: 'wrong' }),
      ['does-not-work'],
      'wrong region',
    ],
    [
      'a refresh token whose rotations fail',
      'scc-api-key',
      ({ store, hoursFromNow }) =>
        store('scc-access-token', {
          accessToken: 'old',
          mintedAt: hoursFromNow(-15).toISOString(),
          expiresAt: hoursFromNow(3).toISOString(),
        }),
      ['does-not-work'],
      'no access token for 15 hours',
    ],
    [
      'a refresh token that is not renewed',
      'scc-api-key',
      ({ store, hoursFromNow }) =>
        store('scc-access-token', {
          accessToken: 'new',
          mintedAt: hoursFromNow(-1).toISOString(),
          expiresAt: hoursFromNow(17).toISOString(),
          refreshTokenExpiresAt: hoursFromNow(24 * 4).toISOString(),
        }),
      ['expires-soon'],
      'log says why',
    ],
    [
      'a revoked Firewall Manager token',
      'firewall-manager-token',
      ({ store }) => store('firewall-manager-token', { token: 'revoked' }),
      ['does-not-work'],
      'credentials set main/firewall-manager-token',
    ],
    [
      'an XDR client that was deleted',
      'xdr-client',
      ({ store }) => store('xdr-client', { clientId: 'gone', clientPassword: 'gone' }),
      ['does-not-work'],
      'make a new API client',
    ],
    [
      'a client that was made in SecureX',
      'xdr-client',
      ({ store }) => store('xdr-client', seededSecureXClient),
      ['does-not-work'],
      'SecureX ended on 2024-07-31',
    ],
    [
      'an XDR client whose owner has lost a right',
      'xdr-client',
      ({ clouds }) => {
        clouds.xdr.putClient({ ...seededClient, ownerScopes: ['inspect'] });
      },
      ['lacks-scopes'],
      'enrich:read',
    ],
  ])('%s', async (_case, kind, arrange, risks, words) => {
    const bench = await startHealthBench();
    arrange(bench);

    const health = (await bench.check()).of(kind);

    expect(health?.risks.map(({ risk }) => risk)).toEqual(risks);
    expect(health?.risks[0]?.message).toContain(words);
  });

  it('nothing wrong with a key whose cloud does not answer: that is said to be unknown', async () => {
    const { check } = await startHealthBench();
    const minter = {
      mint: async () => {
        throw new RetryLater('api.sse.cisco.com could not be reached.');
      },
    };

    const { of } = await check({ minter });

    expect(of('secure-access-api-key')).toMatchObject({
      works: 'unknown',
      explanation: 'api.sse.cisco.com could not be reached.',
      risks: [],
    });
  });

  it('the other credentials where one look breaks, and says which one broke', async () => {
    const { check, ports } = await startHealthBench();
    const error = new Error('AccessDenied');
    const secrets: SecretReader = {
      read: async (secretName, schema) => {
        if (secretName.endsWith('xdr-client')) throw error;
        return ports.secrets.read(secretName, schema);
      },
    };

    const { of, broken } = await check({ secrets });

    expect(broken).toEqual([{ credential: { organisation: 'main', kind: 'xdr-client' }, error }]);
    expect(of('xdr-client')).toMatchObject({ works: 'unknown', risks: [] });
    expect(of('scc-api-key')).toMatchObject({ works: 'yes' });
  });
});

it('an organisation that is not configured is refused with the names of those that are', async () => {
  const { ports } = await startHealthBench();
  const unknown = organisationNameSchema.parse('elsewhere');

  await expect(checkCredentials(configurationWith(), unknown, ports)).rejects.toThrow(
    'The configuration has no organisation "elsewhere", only: main.',
  );
});
