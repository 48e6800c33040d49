import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PlatformCall } from '#shared/cisco/security-cloud-control/authorised-client.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededApiKey } from '../../../simulators/security-cloud-control/seed.ts';
import { startSimulatedPlatform } from './simulated-platform.ts';

const read: PlatformCall = { method: 'GET', path: '/users', repetition: 'repeatable' };
const write: PlatformCall = {
  method: 'PATCH',
  path: '/users',
  json: { users: [{ operation: 'disable', email: 'ada@acme.example' }] },
  repetition: 'repeatable',
};
const invite: PlatformCall = { ...write, repetition: 'once' };
const anything = z.unknown();

async function failureOf(sending: Promise<unknown>): Promise<unknown> {
  const failure = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(inspect(failure, { depth: 10 })).not.toContain('eyJ');
  return failure;
}

describe('a call', () => {
  it('with a token that ended early is repeated once with another', async () => {
    const { client, control, calls, tokens } = await startSimulatedPlatform();
    control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'expire-token' } });

    expect(await client.send(invite, anything)).toMatchObject({ results: [{ status: 'success' }] });
    expect([calls().length, tokens.replaced]).toEqual([2, ['version-1']]);
  });

  it('whose second token is refused too tells a person to look at the key, after two requests', async () => {
    const { client, control, calls } = await startSimulatedPlatform();
    control.addFault({ match: { method: 'GET' }, times: 2, effect: { kind: 'expire-token' } });

    const failure = await failureOf(client.send(read, anything));

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(String(failure)).toMatch(/401: Unauthorized .*Platform Management > API Keys/);
    expect(calls()).toHaveLength(2);
  });

  it('that changes something is refused to a key with the role of a member, which may read', async () => {
    const { client, control, calls } = await startSimulatedPlatform();
    const { apiKeyId, refreshToken } = seededApiKey;
    control.putKey({ apiKeyId, refreshToken, role: 'member' });

    await client.send(read, anything);
    const failure = await failureOf(client.send(write, anything));

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(String(failure)).toMatch(
      /answered 403: Forbidden .*this call needs the role Organization Administrator/,
    );
    expect(calls()).toHaveLength(2);
  });

  it('in the wrong region names the one host', async () => {
    const { client, control } = await startSimulatedPlatform();
    await client.send(read, anything);
    control.changeSettings({ region: 'wrong' });
    const failure = await failureOf(client.send(read, anything));
    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(String(failure)).toContain('served by https://api.security.cisco.com alone');
  });

  it.each(['message', 'error'] as const)(
    'that is refused tells the platform’s words, which stand in "%s", and its id for support',
    async (errorText) => {
      const { client, control } = await startSimulatedPlatform();
      control.changeSettings({ errorText });
      const unknown = { ...read, path: '/users/00u2k67hy1xf3mRxG0h8/groups' } as const;
      const failure = await failureOf(client.send(unknown, anything));
      expect(String(failure)).toMatch(/404: User not found \(Cisco's id for support: [0-9a-f-]{36}\)/);
    },
  );
});

describe('a failure', () => {
  it.each([
    ['of the server, of a read', read, { kind: 'respond', status: 500 }, RetryLater, 6],
    [
      'of the server, of an invitation',
      invite,
      { kind: 'process-then-respond', status: 500 },
      OutcomeUnknown,
      1,
    ],
    ['to answer a change', write, { kind: 'drop' }, RetryLater, 6],
    ['to answer an invitation', invite, { kind: 'drop' }, OutcomeUnknown, 1],
    ['to answer a read in its form', read, { kind: 'respond', status: 200, body: '<html>' }, GiveUp, 1],
    ['to answer a change in its form', write, { kind: 'respond', status: 200, body: {} }, OutcomeUnknown, 1],
    ['to accept a request', write, { kind: 'respond', status: 422 }, RefusedInput, 1],
    ['that looks like a conflict', write, { kind: 'respond', status: 409 }, RefusedInput, 1],
    [
      'that says that a user is disabled',
      write,
      { kind: 'respond', status: 400, body: { message: 'User is disabled' } },
      RefusedInput,
      1,
    ],
    [
      'that sends elsewhere',
      read,
      { kind: 'respond', status: 307, headers: { location: 'https://x.example' } },
      GiveUp,
      1,
    ],
  ] as const)('%s', async (_case, call, effect, family, requests) => {
    const { client, control, calls } = await startSimulatedPlatform();
    control.addFault({ match: { pathPattern: '/users$' }, times: 9, effect });

    expect(await failureOf(client.send(call, z.object({ users: z.unknown() })))).toBeInstanceOf(family);
    expect(calls()).toHaveLength(requests);
  });
});

describe('too many requests', () => {
  it('are waited for as long as the platform says', async () => {
    const { client, control, time } = await startSimulatedPlatform();
    control.addFault({
      match: { method: 'PATCH' },
      effect: { kind: 'respond', status: 429, headers: { 'retry-after': '20' } },
    });
    await client.send(invite, anything);
    expect(time.slept).toEqual([20_000]);
  });

  it('are waited for ever longer where it says nothing', async () => {
    const { client, control, time } = await startSimulatedPlatform();
    control.addFault({ match: { method: 'GET' }, times: 4, effect: { kind: 'respond', status: 429 } });
    await client.send(read, anything);
    expect(time.slept).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('that last longer are left for then', async () => {
    const { client, control } = await startSimulatedPlatform();
    control.addFault({
      match: { method: 'GET' },
      effect: { kind: 'respond', status: 429, headers: { 'retry-after': '3600' } },
    });
    await expect(client.send(read, anything)).rejects.toMatchObject({ retryAfterSeconds: 3_600 });
  });
});
