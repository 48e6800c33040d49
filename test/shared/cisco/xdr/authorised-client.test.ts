import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { XdrCall } from '#shared/cisco/xdr/authorised-client.ts';
import { inspectText } from '#shared/cisco/xdr/inspect-text.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededClient } from '../../../simulators/xdr/seed.ts';
import { neededScopes, startSimulatedXdr } from './simulated-xdr.ts';

const read: XdrCall = {
  method: 'POST',
  host: 'platform',
  path: '/iroh/iroh-inspect/inspect',
  json: { content: 'bad.example' },
  scope: 'inspect:read',
  repetition: 'repeatable',
};
const write: XdrCall = { ...read, repetition: 'once' };
const template = '/iroh/iroh-inspect/inspect';

describe('a call', () => {
  it('costs one request, and the first one a token', async () => {
    const { client, calls, tokenRequests } = await startSimulatedXdr();

    await inspectText(client, 'bad.example');
    await inspectText(client, 'worse.example');

    expect([calls().length, tokenRequests()]).toEqual([2, 1]);
  });

  it('with a token that ended early is repeated once with another', async () => {
    const { client, control, calls, tokenRequests } = await startSimulatedXdr();
    control.addFault({ match: { template }, effect: { kind: 'expire-token' } });

    expect(await client.send(write, z.unknown())).toEqual([{ type: 'domain', value: 'bad.example' }]);
    expect([calls().length, tokenRequests()]).toEqual([2, 2]);
  });

  it('whose second token is refused too ends in a word about the client, after two requests', async () => {
    const { client, control, calls, tokenRequests } = await startSimulatedXdr();
    control.addFault({ match: { template }, times: 2, effect: { kind: 'expire-token' } });

    const failure = await client.send(read, z.unknown()).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(String(failure)).toMatch(/answered 401: invalid_token: .*just issued.*may have been deleted/);
    expect(inspect(failure, { depth: 10 })).not.toContain('eyJ');
    expect([calls().length, tokenRequests()]).toEqual([2, 2]);
  });

  it('without its scope names the scope that is required and the one that is missing, and is not repeated', async () => {
    const { client, control, calls } = await startSimulatedXdr();
    // Health is not among the needed scopes, so the token is given out without it.
    control.putClient({ ...seededClient, scopes: neededScopes });
    const health = { ...read, path: '/iroh/iroh-enrich/health', scope: 'integration/health:read' } as const;

    const failure = await client.send(health, z.unknown()).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(String(failure)).toMatch(
      /403: missing_scope.*needs the scope integration\/health:read\. It lacks integration\/health:read/,
    );
    expect(calls()).toHaveLength(1);
  });
});

describe("the end of the organisation's hour", () => {
  it.each([
    ['seconds', 'read', read],
    ['seconds-with-unit', 'read', read],
    ['seconds', 'write', write],
    ['seconds-with-unit', 'write', write],
  ] as const)(
    'named in %s leaves a %s for then, at once and after one request',
    async (form, _kind, call) => {
      const { client, control, calls, time } = await startSimulatedXdr();
      await client.send(read, z.unknown());
      control.changeSettings({ retryAfterForm: form });
      control.changeQuota({ refuseForSeconds: 3_557 });

      await expect(client.send(call, z.unknown())).rejects.toMatchObject({
        name: 'RetryLater',
        retryAfterSeconds: 3_557,
      });
      expect(calls()).toHaveLength(2);
      expect(time.slept).toEqual([]);
    },
  );

  it('in a moment is waited for', async () => {
    const { client, control, calls, time } = await startSimulatedXdr();
    await client.send(read, z.unknown());
    control.changeQuota({ refuseForSeconds: 2 });

    await client.send(read, z.unknown());

    expect(time.slept).toEqual([2_000]);
    expect(calls()).toHaveLength(3);
  });

  it('that is not named is not waited for long', async () => {
    const { client, control, calls, time } = await startSimulatedXdr();
    await client.send(read, z.unknown());
    control.changeSettings({ retryAfterForm: 'missing' });
    control.changeQuota({ refuseForSeconds: 3_557 });

    await expect(client.send(read, z.unknown())).rejects.toThrow(RetryLater);
    expect(calls()).toHaveLength(4);
    expect(time.slept).toEqual([500, 1_000]);
  });
});

describe('a failure', () => {
  it.each([
    ['of the server, of a read', read, { kind: 'respond', status: 500 }, RetryLater, 3],
    ['of the server, of a write', write, { kind: 'process-then-respond', status: 500 }, OutcomeUnknown, 1],
    ['to answer a read', read, { kind: 'drop' }, RetryLater, 3],
    ['to answer a write', write, { kind: 'process-then-drop' }, OutcomeUnknown, 1],
    [
      'to answer a write in its form',
      write,
      { kind: 'respond', status: 200, body: '<html>' },
      OutcomeUnknown,
      1,
    ],
    ['to answer a read in its form', read, { kind: 'respond', status: 200, body: '<html>' }, GiveUp, 1],
    [
      'of the request',
      write,
      { kind: 'respond', status: 400, body: { content: 'invalid' } },
      RefusedInput,
      1,
    ],
    ['to find it', read, { kind: 'respond', status: 404, body: { message: 'Not Found' } }, GiveUp, 1],
    [
      'that sends elsewhere',
      read,
      { kind: 'respond', status: 307, headers: { location: 'https://x.example' } },
      GiveUp,
      1,
    ],
  ] as const)('%s', async (_case, call, effect, family, requests) => {
    const { client, control, calls } = await startSimulatedXdr();
    control.addFault({ match: { template }, times: 9, effect });

    await expect(client.send(call, z.array(z.unknown()))).rejects.toThrow(family);
    expect(calls()).toHaveLength(requests);
  });

  it('tells which place of the answer is not as documented', async () => {
    const { client } = await startSimulatedXdr();

    await expect(client.send(read, z.array(z.object({ verdict: z.string() })))).rejects.toThrow(
      'answered 200 in a form that is not documented: look at 0.verdict.',
    );
  });
});
