import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { seededApiToken, seededUsers } from '../../../simulators/firewall-manager/seed.ts';
import { tenant } from '../../../simulators/firewall-manager/tenant.ts';
import { answer, startHttpTestServer } from '../http-test-server.ts';
import { apiTokensAt, type SimulatedTenant, startSimulatedTenant } from './simulated-tenant.ts';

let simulated: SimulatedTenant;

beforeEach(async () => {
  simulated = await startSimulatedTenant();
});

describe('an API token', () => {
  it('says whose it is and what it may do', async () => {
    expect(await simulated.apiTokens.describe(seededApiToken)).toMatchObject({
      uid: seededUsers.first.uid,
      roles: ['ROLE_SUPER_ADMIN'],
      tenantUid: tenant.uid,
    });
  });

  it.each(['service', 'gateway'] as const)('that is unknown says nothing, by the %s', async (from) => {
    simulated.control.changeSettings({ unauthorisedBody: from });
    expect(await simulated.apiTokens.describe('unknown')).toBeUndefined();
  });

  it('is generated for the other user, works, and ends with all others of that user', async () => {
    const { apiTokens } = simulated;
    const token = await apiTokens.generate(seededApiToken, seededUsers.second.uid);
    expect(await apiTokens.describe(token)).toMatchObject({ uid: seededUsers.second.uid });

    await apiTokens.revokeAllOf(seededApiToken, seededUsers.second.uid);

    expect(await apiTokens.describe(token)).toBeUndefined();
    expect(await apiTokens.describe(seededApiToken)).toBeDefined();
  });

  it('is not generated a second time when the answer was lost', async () => {
    simulated.control.addFault({ match: { method: 'POST' }, effect: { kind: 'process-then-drop' } });
    const generating = simulated.apiTokens.generate(seededApiToken, seededUsers.second.uid);
    await expect(generating).rejects.toThrow(OutcomeUnknown);
    expect(Object.values(simulated.control.requestCounts())).toEqual([1]);
  });

  it('of a person cannot be generated, which is said', async () => {
    const generating = simulated.apiTokens.generate(seededApiToken, seededUsers.person.uid);
    await expect(generating).rejects.toThrow('is the uid of an API-only user of this tenant');
  });

  it('of a user who is no super-admin can do nothing for others, which is said', async () => {
    const reader = { ...seededUsers.second, role: 'ROLE_READ_ONLY', apiToken: 'readers-token' } as const;
    simulated.control.putUser(reader);
    const generating = simulated.apiTokens.generate('readers-token', seededUsers.first.uid);
    await expect(generating).rejects.toThrow('must be a super-admin');
  });

  it('that was revoked can do nothing for others, and the message says how to store another', async () => {
    await expect(simulated.apiTokens.generate('unknown', seededUsers.second.uid)).rejects.toThrow(
      'credentials set <organisation>/firewall-manager-token',
    );
  });
});

describe('the paths', () => {
  it.each([
    ['', '/v1/token'],
    ['/firewall', '/firewall/v1/token'],
    ['/firewall/', '/firewall/v1/token'],
  ])('below a base URL that ends in "%s" are %s', async (basePath, path) => {
    const server = await startHttpTestServer(() => answer(401, {}));
    await apiTokensAt(new URL(basePath || '/', server.url).href).describe('token');
    expect(server.calls.map((call) => call.path)).toEqual([path]);
  });
});

describe('no error holds a token', () => {
  it.each<[said: string, status: number, body: unknown, error: new (message: string) => Error]>([
    ['another form', 201, { token: 'canary-new' }, GiveUp],
    [
      'a refusal that quotes it',
      403,
      { errorCode: 'FORBIDDEN', errorMsg: 'Bearer canary-own' },
      ConfigurationProblem,
    ],
    ['a refusal without words', 409, '', GiveUp],
  ])('when generating is answered with %s', async (_said, status, body, error) => {
    const server = await startHttpTestServer(() => answer(status, body));
    const caught = await apiTokensAt(server.url.href)
      .generate('canary-own', seededUsers.second.uid)
      .catch((thrown: unknown) => thrown);
    expect(caught).toBeInstanceOf(error);
    expect(inspect(caught, { depth: 10 })).not.toContain('canary');
  });
});
