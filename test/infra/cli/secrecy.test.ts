import { describe, expect, it } from 'vitest';
import { startSimulatedClouds } from '../../shared/cisco/simulated-clouds.ts';
import { startCommandLineBench } from './command-line-bench.ts';

const canary = 'canary-5f3d9b7a1c';
const given = { key: 'canary-key', secret: canary };

/** A cloud that knows the key with the canary. */
async function startCloudWithCanary() {
  const clouds = await startSimulatedClouds();
  clouds.secureAccess.putKey({
    ...given,
    scopes: ['policies.destinationLists:read', 'policies.destinations:read', 'policies.rules:read'],
  });
  return clouds;
}

describe('a secret, with the command started as people start it,', () => {
  it('comes by standard input, is stored, and is printed nowhere', async () => {
    const { organisation } = await startCloudWithCanary();
    const { aws, spawn, secretName } = await startCommandLineBench(organisation);

    const set = await spawn(['credentials', 'set', 'main/secure-access-api-key'], given);
    const show = await spawn(['credentials', 'show', 'main/secure-access-api-key']);

    expect(set).toMatchObject({ exitCode: 0, output: expect.stringContaining('Stored') });
    expect(show).toMatchObject({ exitCode: 0, output: expect.stringContaining('(hidden)') });
    expect(aws.valueOf(secretName('secure-access-api-key'))).toEqual(given);
    expect(JSON.stringify([set, show])).not.toContain(canary);
  });

  it('is not printed when AWS quotes it in a refusal', async () => {
    const { organisation } = await startCloudWithCanary();
    const { aws, spawn } = await startCommandLineBench(organisation);
    aws.refusesToStore = true;

    const set = await spawn(['credentials', 'set', 'main/secure-access-api-key'], given);

    expect(set.exitCode).toBe(1);
    expect(set.errors).toContain('could not be stored');
    expect(JSON.stringify(set)).not.toContain(canary);
  });

  it('is refused as an argument, and not repeated', async () => {
    const { organisation } = await startCloudWithCanary();
    const { spawn } = await startCommandLineBench(organisation);

    const set = await spawn(['credentials', 'set', 'main/secure-access-api-key', canary]);

    expect(set.exitCode).toBe(2);
    expect(set.errors).toContain('never taken from the command line');
    expect(JSON.stringify(set)).not.toContain(canary);
  });
});
