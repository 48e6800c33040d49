import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runRotationStep } from '#shared/credentials/security-cloud-control/rotation-steps.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { credentialRotatedSchema } from '#shared/events/credential-events.ts';
import { RotationBench } from './rotation-bench.ts';

describe('the four steps', () => {
  it('say what they did, and publish that the token was rotated', async () => {
    const bench = new RotationBench();
    const requestToken = randomUUID();
    const step = async (name: Parameters<typeof runRotationStep>[0]) =>
      (await runRotationStep(name, requestToken, bench.ports())).kind;

    expect(await step('createSecret')).toBe('created');
    expect(await step('setSecret')).toBe('nothing-to-set');
    expect(await step('testSecret')).toBe('proved');
    expect(bench.isWorkerServed()).toBe(false);
    expect(await step('finishSecret')).toBe('finished');
    expect(bench.isWorkerServed()).toBe(true);

    const [event] = bench.published;
    expect(event).toMatchObject({ source: 'scc-automations.credentials', detailType: 'CredentialRotated' });
    expect(credentialRotatedSchema.parse(event?.detail)).toMatchObject({
      organisation: 'main',
      credential: 'scc-access-token',
      expiresAt: '2026-01-02T01:59:59.000Z',
    });
  });

  it('may each be repeated at any time: the event then comes again with the same id', async () => {
    const bench = new RotationBench();
    const requestToken = randomUUID();

    for (let times = 0; times < 3; times++) await bench.rotate(requestToken);

    expect(bench.platform.refreshes).toBe(1);
    const ids = bench.published.map(({ detail }) => credentialRotatedSchema.parse(detail).eventId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it.each(['testSecret', 'finishSecret'] as const)(
    '%s refuses a rotation whose token is not pending',
    async (step) => {
      const bench = new RotationBench();
      const requestToken = randomUUID();
      await expect(runRotationStep(step, requestToken, bench.ports())).rejects.toThrow(/nothing is pending/);

      await runRotationStep('createSecret', requestToken, bench.ports());
      await runRotationStep('createSecret', randomUUID(), bench.ports());

      const running = runRotationStep(step, requestToken, bench.ports());
      await expect(running).rejects.toThrow(RetryLater);
      await expect(running).rejects.toThrow(/of another rotation, is pending/);
    },
  );

  it('leave an access token current that another rotation has finished meanwhile', async () => {
    const bench = new RotationBench({ another: 'every-refresh', replaced: 'lives-on' });
    const requestToken = randomUUID();
    await runRotationStep('createSecret', requestToken, bench.ports());
    const ports = bench.ports();
    const overtaking = {
      ...ports,
      accessToken: {
        ...ports.accessToken,
        read: ports.accessToken.read.bind(ports.accessToken),
        put: ports.accessToken.put.bind(ports.accessToken),
        promote: async () => 'overtaken' as const,
      },
    };

    await expect(runRotationStep('finishSecret', requestToken, overtaking)).rejects.toThrow(RetryLater);
    expect(bench.published).toEqual([]);
  });

  it('do not make an access token current that the platform refuses', async () => {
    const bench = new RotationBench();
    bench.platform.readOrganization = () =>
      Promise.reject(new ConfigurationProblem('the role has no access'));

    await expect(bench.rotate()).rejects.toThrow(ConfigurationProblem);

    expect(bench.accessToken.look('AWSCURRENT')).toBeUndefined();
    expect(bench.isKeyInOrder()).toBe(true);
  });
});
