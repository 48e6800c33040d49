import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rotateFirewallManagerToken } from '#shared/credentials/firewall-manager/rotate-firewall-manager-token.ts';
import type { StoredFirewallManagerToken } from '#shared/credentials/firewall-manager/stored-token.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { seededApiToken, seededUsers } from '../../../simulators/firewall-manager/seed.ts';
import { tenant } from '../../../simulators/firewall-manager/tenant.ts';
import { type SimulatedTenant, startSimulatedTenant } from '../../cisco/firewall-manager/simulated-tenant.ts';
import { InMemorySecretVersions } from '../in-memory-secret-versions.ts';
import { readings } from './token-rotation-bench.ts';

function rotationOf({ apiTokens, time }: SimulatedTenant) {
  const secret = new InMemorySecretVersions<StoredFirewallManagerToken>();
  secret.paste({ token: seededApiToken, createdAt: time.now().toISOString() });
  const rotate = (isForced = false) =>
    rotateFirewallManagerToken(
      {
        tenantUid: tenant.uid,
        apiUserUids: [seededUsers.first.uid, seededUsers.second.uid],
        roles: ['ROLE_SUPER_ADMIN'],
        everyDays: 30,
        isForced,
      },
      { versions: secret, apiTokens, clock: time, sleep: time.sleep, newVersionId: randomUUID },
    );
  return { secret, rotate };
}

function workingTokens({ control }: SimulatedTenant): number {
  return control.state().users.flatMap(({ tokens }) => tokens.filter(({ works }) => works)).length;
}

describe('against the simulated Firewall Manager', () => {
  it.each(readings)(
    'tokens are of the two users in turn, when generating a second one %s',
    async (reading) => {
      const simulated = await startSimulatedTenant();
      simulated.control.changeSettings({ generateWithLiveToken: reading });
      const { secret, rotate } = rotationOf(simulated);

      for (const user of [seededUsers.second, seededUsers.first, seededUsers.second]) {
        simulated.time.pass(30 * 86_400_000);
        expect(await rotate()).toEqual({ kind: 'rotated' });
        const token = secret.peek('AWSCURRENT')?.value.token ?? '';
        expect(await simulated.apiTokens.describe(token)).toMatchObject({ uid: user.uid });
        expect(workingTokens(simulated)).toBe(1);
      }
    },
  );

  it('a token whose answer was lost is ended by the next run', async () => {
    const simulated = await startSimulatedTenant();
    const { rotate } = rotationOf(simulated);
    const template = '/v1/users/{apiUserUid}/apiToken/generate';
    simulated.control.addFault({ match: { template }, effect: { kind: 'process-then-drop' } });

    await expect(rotate(true)).rejects.toThrow(OutcomeUnknown);
    expect(workingTokens(simulated)).toBe(2);

    expect(await rotate()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect(workingTokens(simulated)).toBe(1);
  });
});
