import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededClient, seededSecureXClient } from '../../../simulators/xdr/seed.ts';
import { startSimulatedXdr } from './simulated-xdr.ts';

describe('the tokens of an XDR client', () => {
  it('cost one request for all calls of nine minutes', async () => {
    const { tokens, tokenRequests, time, secrets } = await startSimulatedXdr();

    await Promise.all([tokens.current(), tokens.current(), tokens.current()]);
    time.pass(539_000);
    await tokens.current();
    expect(tokenRequests()).toBe(1);
    time.pass(1_000);
    await tokens.current();

    expect(tokenRequests()).toBe(2);
    expect(secrets.reads).toEqual(['stage/xdr-client', 'stage/xdr-client']);
  });

  it('come from the client that is stored now', async () => {
    const { tokens, control, secrets } = await startSimulatedXdr();
    const refused = await tokens.current();
    control.putClient({ ...seededClient, clientId: 'client-new', clientPassword: 'new-password' });
    secrets.client = { clientId: 'client-new', clientPassword: 'new-password' };
    control.putClient({ ...seededClient, state: 'deleted' });

    expect((await tokens.replace(refused)).accessToken).not.toBe(refused.accessToken);
  });

  it('are not given out when their owner has lost rights: what is missing is named', async () => {
    const { tokens, control } = await startSimulatedXdr();
    control.putClient({
      ...seededClient,
      scopes: ['inspect:read', 'enrich:read', 'response', 'private-intel'],
      ownerScopes: ['inspect', 'enrich', 'private-intel'],
    });

    const failure = await tokens.current().catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /secret stage\/xdr-client.*lacks response; it has inspect:read, enrich:read, private-intel\..*owner has lost rights/,
      ),
    });
  });

  it('are refused to a client of SecureX, with what became of it and what to do', async () => {
    const { tokens, secrets } = await startSimulatedXdr();
    secrets.client = seededSecureXClient;

    const failure = await tokens.current().catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /invalid_client.*SecureX ended on 2024-07-31.*make a new API client in the XDR console.*credentials set/,
      ),
    });
    expect(String(failure)).not.toContain(seededSecureXClient.clientPassword);
  });

  it('that cannot be had before the hour is over are left for then', async () => {
    const { tokens, control, time, tokenRequests } = await startSimulatedXdr();
    control.changeQuota({ refuseForSeconds: 3_557 });

    await expect(tokens.current()).rejects.toMatchObject({ retryAfterSeconds: 3_557 });
    await expect(tokens.current()).rejects.toThrow(RetryLater);
    expect(tokenRequests()).toBe(2);
    expect(time.slept).toEqual([]);
  });
});
