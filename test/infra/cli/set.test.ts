import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSimulatedClouds, xdrClient } from '../../shared/cisco/simulated-clouds.ts';
import { seededApiToken, seededUsers } from '../../simulators/firewall-manager/seed.ts';
import { sha256Of } from '../../simulators/http/bearer-token.ts';
import { seededKey, seededKeyAdminKey } from '../../simulators/secure-access/seed.ts';
import { seededApiKey, seededOrganisation } from '../../simulators/security-cloud-control/seed.ts';
import { startCommandLineBench } from './command-line-bench.ts';

const apiKey = { key: seededKey.key, secret: seededKey.secret };
const keyAdminKey = { key: seededKeyAdminKey.key, secret: seededKeyAdminKey.secret };

describe('credentials set', () => {
  it.each<[string, Record<string, string>, object]>([
    ['secure-access-api-key', apiKey, apiKey],
    [
      'secure-access-api-key with the date of its end',
      { ...apiKey, expiresAt: '2027-01-31' },
      { ...apiKey, expiresAt: '2027-01-31T00:00:00.000Z' },
    ],
    ['secure-access-key-admin-key', keyAdminKey, keyAdminKey],
    [
      'firewall-manager-token',
      { token: seededApiToken },
      {
        token: seededApiToken,
        userUid: seededUsers.first.uid,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ],
    ['xdr-client', xdrClient, xdrClient],
  ])('stores a working %s after it was tried', async (credential, given, stored) => {
    const [kind = ''] = credential.split(' ');
    const { organisation } = await startSimulatedClouds();
    const { aws, run, secretName } = await startCommandLineBench(organisation);

    const result = await run(['credentials', 'set', `main/${kind}`], given);

    expect(result).toMatchObject({ exitCode: 0, output: expect.stringContaining(`Stored main/${kind}.`) });
    expect(result.output).toContain('It works at 127.0.0.1');
    expect(aws.valueOf(secretName(kind))).toEqual(stored);
  });

  it('stores the refresh token that the trial brought, not the one it used up, and the access token', async () => {
    const { organisation, securityCloudControl } = await startSimulatedClouds();
    const { aws, run, secretName } = await startCommandLineBench(organisation);
    const { apiKeyId, refreshToken } = seededApiKey;

    const result = await run(['credentials', 'set', 'main/scc-api-key'], { apiKeyId, refreshToken });

    const stored = aws.valueOf(secretName('scc-api-key'));
    expect(result.exitCode).toBe(0);
    expect(stored).toEqual({
      apiKeyId,
      refreshToken: expect.not.stringMatching(refreshToken),
      organizationId: seededOrganisation.id,
      apiBaseUrl: organisation.securityCloudControl.baseUrl,
      expiresDate: expect.any(String),
    });
    expect(aws.valueOf(secretName('scc-access-token'))).toMatchObject({
      accessToken: expect.any(String),
      refreshTokenExpiresAt: expect.any(String),
    });
    const issued = z.object({ refreshToken: z.string() }).parse(stored).refreshToken;
    expect(securityCloudControl.examineToken(sha256Of(issued))).toMatchObject({ works: true, newest: true });
  });

  it('takes white space from around what was pasted', async () => {
    const { organisation } = await startSimulatedClouds();
    const { aws, run, secretName } = await startCommandLineBench(organisation);

    await run(['credentials', 'set', 'main/secure-access-api-key'], {
      key: ` ${apiKey.key}\n`,
      secret: `${apiKey.secret} `,
    });

    expect(aws.valueOf(secretName('secure-access-api-key'))).toEqual(apiKey);
  });

  it('says what was used up when AWS does not take a key that works', async () => {
    const { organisation } = await startSimulatedClouds();
    const { aws, run } = await startCommandLineBench(organisation);
    aws.refusesToStore = true;
    const { apiKeyId, refreshToken } = seededApiKey;

    const { exitCode, errors } = await run(['credentials', 'set', 'main/scc-api-key'], {
      apiKeyId,
      refreshToken,
    });

    expect(exitCode).toBe(1);
    expect(errors).toContain(
      'It works, but could not be stored. A call to AWS failed (AccessDeniedException).',
    );
    expect(errors).toContain('generate a new API key');
  });

  it('looks for the secret before it asks for anything or uses a key up', async () => {
    const { organisation, securityCloudControl } = await startSimulatedClouds();
    const { aws, run, secretName } = await startCommandLineBench(organisation);
    aws.deleteSecret(secretName('scc-api-key'));
    const { apiKeyId, refreshToken } = seededApiKey;

    const { exitCode, errors } = await run(['credentials', 'set', 'main/scc-api-key'], {
      apiKeyId,
      refreshToken,
    });

    expect(exitCode).toBe(1);
    expect(errors).toContain(`There is no secret ${secretName('scc-api-key')}. The deployment makes it`);
    expect(securityCloudControl.requests()).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', '', 'is not { "key": "…", "secret": "…", "expiresAt"?: "…" }: look at its form'],
    ['text that is no JSON', 'canary-5f3d9b7a1c', 'look at its form'],
    ['a missing member', { key: 'k' }, 'look at secret'],
    ['an empty member', { key: 'k', secret: '  ' }, 'look at secret'],
    ['an end that is no date', { ...apiKey, expiresAt: 'canary-5f3d9b7a1c' }, '2027-01-31'],
    ['a member too many', { ...apiKey, scopes: 'canary-5f3d9b7a1c' }, 'members that do not belong there'],
  ])('refuses %s on standard input without showing it', async (_case, given, words) => {
    const { organisation } = await startSimulatedClouds();
    const { aws, run, secretName } = await startCommandLineBench(organisation);

    const { exitCode, errors } = await run(['credentials', 'set', 'main/secure-access-api-key'], given);

    expect(exitCode).toBe(2);
    expect(errors).toContain(words);
    expect(errors).not.toContain('canary');
    expect(aws.valueOf(secretName('secure-access-api-key'))).toBeUndefined();
  });

  it.each(['log-bucket-key', 'secure-access-access-token', 'scc-access-token'])(
    'refuses %s, which a function makes, and names the command that has it made',
    async (kind) => {
      const { organisation } = await startSimulatedClouds();
      const { run } = await startCommandLineBench(organisation);

      const { exitCode, errors } = await run(['credentials', 'set', `main/${kind}`], {});

      expect(exitCode).toBe(2);
      expect(errors).toContain(`credentials rotate main/${kind}`);
    },
  );
});
