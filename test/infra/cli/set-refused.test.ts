import { describe, expect, it } from 'vitest';
import {
  type SimulatedClouds,
  startSimulatedClouds,
  xdrClient,
} from '../../shared/cisco/simulated-clouds.ts';
import { seededApiToken, seededUsers } from '../../simulators/firewall-manager/seed.ts';
import { seededKey } from '../../simulators/secure-access/seed.ts';
import { seededApiKey, seededOrganisation } from '../../simulators/security-cloud-control/seed.ts';
import { seededClient } from '../../simulators/xdr/seed.ts';
import { startCommandLineBench } from './command-line-bench.ts';

/** Would have to be looked for if it stood anywhere in what a command prints. */
const canary = 'canary-5f3d9b7a1c';

/** Members of a credential that must not be shown; the others only name it. */
const secretMembers = ['secret', 'refreshToken', 'token', 'clientPassword'];

const { key, secret } = seededKey;
const { apiKeyId, refreshToken } = seededApiKey;

interface RefusedCase {
  readonly case: string;
  readonly kind: string;
  readonly given: Record<string, string>;
  /** What is wrong in the clouds, before the key is set. */
  readonly arrange?: (clouds: SimulatedClouds) => void;
  /** Changes what is configured. */
  readonly configured?: (organisation: SimulatedClouds['organisation']) => object;
  /** What the message has to say, all of it. */
  readonly says: readonly string[];
}

const cases: readonly RefusedCase[] = [
  {
    case: 'a wrong secret of a Secure Access key',
    kind: 'secure-access-api-key',
    given: { key, secret: canary },
    says: ['answered 401', 'is wrong', 'Admin > API Keys', 'credentials set'],
  },
  {
    case: 'a Secure Access key that was disabled',
    kind: 'secure-access-api-key',
    given: { key, secret },
    arrange: ({ secureAccess }) => secureAccess.changeKey(seededKey.id, { enabled: false }),
    says: ['disabled or deleted', 'Admin > API Keys', 'make a new one'],
  },
  {
    case: 'a Secure Access key that has expired',
    kind: 'secure-access-api-key',
    given: { key, secret },
    arrange: ({ secureAccess }) => secureAccess.changeKey(seededKey.id, { expireAt: '2026-01-01T00:00:00Z' }),
    says: ['has expired', 'make a new one'],
  },
  {
    case: 'a Secure Access key without a scope that the configuration needs',
    kind: 'secure-access-api-key',
    given: { key: 'narrow', secret: canary },
    arrange: ({ secureAccess }) =>
      secureAccess.putKey({
        key: 'narrow',
        secret: canary,
        scopes: ['policies.destinationLists:read', 'policies.destinations:read'],
      }),
    says: ['lacks policies.rules:read', 'add them, or make a new key'],
  },
  {
    case: 'an ordinary key in the place of a KeyAdmin key',
    kind: 'secure-access-key-admin-key',
    given: { key, secret },
    says: ['may not list API keys', 'type Key Admin'],
  },
  {
    case: 'a refresh token that has expired',
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken },
    arrange: ({ securityCloudControl }) => securityCloudControl.advanceClock(61 * 86_400),
    says: [
      'refuses the refresh token',
      '60 days',
      'generate a new API key',
      'Platform Management > API Keys',
    ],
  },
  {
    case: 'a wrong refresh token',
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken: canary },
    says: ['refuses the refresh token', 'not the access token', 'generate a new API key'],
  },
  {
    case: 'a key of Security Cloud Control that was disabled',
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken },
    arrange: ({ securityCloudControl }) => securityCloudControl.changeKey(apiKeyId, { enabled: false }),
    says: ['disabled', 'Enable it in the console', 'Platform Management > API Keys'],
  },
  {
    case: 'a wrong region of Security Cloud Control',
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken },
    arrange: ({ securityCloudControl }) => securityCloudControl.changeSettings({ region: 'wrong' }),
    says: ['answered 421', 'wrong region', 'https://api.security.cisco.com', 'securityCloudControl.baseUrl'],
  },
  {
    case: "the organisation id of a token instead of the console's",
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken },
    configured: (organisation) => ({
      ...organisation,
      securityCloudControl: {
        ...organisation.securityCloudControl,
        organizationId: seededOrganisation.idInTokens,
      },
    }),
    says: [
      'answered 403',
      seededOrganisation.idInTokens,
      'the id inside a token is another one',
      'enterpriseId',
    ],
  },
  {
    case: 'the same, where the cloud answers that there is no such key',
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken },
    arrange: ({ securityCloudControl }) =>
      securityCloudControl.changeSettings({ foreignOrganisationStatus: 404 }),
    configured: (organisation) => ({
      ...organisation,
      securityCloudControl: {
        ...organisation.securityCloudControl,
        organizationId: seededOrganisation.idInTokens,
      },
    }),
    says: ['answered 404', 'the id inside a token is another one'],
  },
  {
    case: 'a refresh token that is no single word',
    kind: 'scc-api-key',
    given: { apiKeyId, refreshToken: `${canary} ${canary}` },
    says: ['look at refreshToken', 'the console shows both once'],
  },
  {
    case: 'a Firewall Manager token that was revoked or is of another region',
    kind: 'firewall-manager-token',
    given: { token: canary },
    says: ['revoked or replaced', 'another region than the configured "us"', 'Settings > User Management'],
  },
  {
    case: 'a Firewall Manager token of another tenant',
    kind: 'firewall-manager-token',
    given: { token: seededApiToken },
    configured: (organisation) => ({
      ...organisation,
      firewallManager: { ...organisation.firewallManager, tenantUid: '00000000-0000-4000-8000-000000000001' },
    }),
    says: ['belongs to tenant', 'organisations.main.firewallManager'],
  },
  {
    case: "a person's Firewall Manager token",
    kind: 'firewall-manager-token',
    given: { token: canary },
    arrange: ({ firewallManager }) => firewallManager.putUser({ ...seededUsers.person, apiToken: canary }),
    says: [`belongs to user ${seededUsers.person.uid}`, 'one of the configured users'],
  },
  {
    case: 'a wrong password of an XDR client',
    kind: 'xdr-client',
    given: { clientId: xdrClient.clientId, clientPassword: canary },
    says: ['answered 401', 'cannot be reset', 'make a new API client', 'Administration > API Clients'],
  },
  {
    case: 'an XDR client whose owner has lost a right',
    kind: 'xdr-client',
    given: xdrClient,
    arrange: ({ xdr }) => {
      xdr.putClient({ ...seededClient, ownerScopes: ['inspect:read', 'casebook'] });
    },
    says: ['lacks enrich:read', 'its owner does not have them'],
  },
];

describe('a credential that does not work is not stored, and a person is told what to do about', () => {
  it.each(cases)('$case', async ({ kind, given, arrange, configured, says }) => {
    const clouds = await startSimulatedClouds();
    arrange?.(clouds);
    const organisation = configured?.(clouds.organisation) ?? clouds.organisation;
    const { aws, run, secretName } = await startCommandLineBench(organisation);

    const { exitCode, output, errors } = await run(['credentials', 'set', `main/${kind}`], given);

    for (const words of says) expect(errors).toContain(words);
    expect(exitCode).toBe(1);
    expect(output).toBe('');
    expect(aws.valueOf(secretName(kind))).toBeUndefined();
    for (const name of secretMembers) expect(errors).not.toContain(given[name] ?? canary);
  });
});
