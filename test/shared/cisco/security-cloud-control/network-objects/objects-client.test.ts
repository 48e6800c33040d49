import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ObjectsCall } from '#shared/cisco/security-cloud-control/network-objects/objects-client.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { startSimulatedObjects } from './simulated-objects.ts';

const read: ObjectsCall = { method: 'GET', path: '?limit=1', repetition: 'repeatable' };
const write: ObjectsCall = {
  method: 'POST',
  path: '/networkGroups',
  json: { name: 'a' },
  repetition: 'once',
};
const anything = z.unknown();

async function failureOf(sending: Promise<unknown>): Promise<unknown> {
  const failure = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(inspect(failure, { depth: 10 })).not.toContain('eyJ');
  return failure;
}

describe('a person is told', () => {
  it.each([
    [
      'that the region is wrong, and which there are',
      { objectsRegion: 'wrong' },
      /421: Misdirected Request .*is not the region .*one of us, eu, in, apj, au, uae/,
      // fetch itself asks a 421 once more, over a connection of its own.
      2,
    ],
    [
      'that a key of the platform has no rights to objects',
      { objectScopes: 'missing' },
      /403: Insufficient scope .*rights of their own.*credentials set main\/scc-api-key/,
      1,
    ],
  ] as const)('%s', async (_what, settings, message, requests) => {
    const { objects, control, calls } = await startSimulatedObjects();
    await objects.read(read, anything);
    control.changeSettings(settings);
    calls();

    const failure = await failureOf(objects.send(write, anything));

    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(String(failure)).toMatch(message);
    expect(calls()).toHaveLength(requests);
  });

  it('that the key is refused, after another token was tried', async () => {
    const { objects, control, calls } = await startSimulatedObjects();
    control.addFault({ match: { method: 'GET' }, times: 2, effect: { kind: 'expire-token' } });
    const failure = await failureOf(objects.read(read, anything));
    expect(failure).toBeInstanceOf(ConfigurationProblem);
    expect(calls()).toHaveLength(2);
  });
});

it('a token that ended early is replaced once', async () => {
  const { objects, control, tokens } = await startSimulatedObjects();
  control.addFault({
    match: { method: 'POST', pathPattern: 'networkGroups$' },
    effect: { kind: 'expire-token' },
  });
  expect(await objects.send(write, anything)).toMatchObject({ kind: 'done' });
  expect(tokens.replaced).toEqual(['version-1']);
});

describe('a refusal', () => {
  it.each([
    [
      400,
      { code: 'INVALID', message: 'bad value', details: 'at 3', field: 'inlineObjects' },
      'bad value (at 3) (field inlineObjects)',
    ],
    [404, { code: 'NOT_FOUND', message: 'gone', details: { id: 'x' } }, 'gone ({"id":"x"})'],
    [409, { code: 'CONFLICT', message: 'taken', trackingId: 'abc' }, "taken (Cisco's id for support: abc)"],
    [413, 'too large', 'too large'],
    [422, {}, 'the answer gives no reason'],
  ])('with %i is an answer, in the words of the API', async (status, body, text) => {
    const { objects, control } = await startSimulatedObjects();
    control.addFault({
      match: { method: 'POST', pathPattern: 'networkGroups$' },
      effect: { kind: 'respond', status, body },
    });
    expect(await objects.send(write, anything)).toMatchObject({ kind: 'refused', refusal: { status, text } });
  });

  it('of a read cannot be explained', async () => {
    const { objects } = await startSimulatedObjects();
    const wrong = { ...read, path: '?limit=251' } as const;
    expect(String(await failureOf(objects.read(wrong, anything)))).toMatch(/^GiveUp: GET .*answered 400: /);
  });
});

describe('a failure', () => {
  it.each([
    ['of the server, of a read', read, { kind: 'respond', status: 500 }, RetryLater, 6],
    ['of the server, of a write', write, { kind: 'process-then-respond', status: 500 }, OutcomeUnknown, 1],
    ['to answer a write', write, { kind: 'drop' }, OutcomeUnknown, 1],
    ['to answer a read in its form', read, { kind: 'respond', status: 200, body: '<html>' }, GiveUp, 1],
    ['to answer a write in its form', write, { kind: 'respond', status: 201, body: {} }, OutcomeUnknown, 1],
    [
      'that sends elsewhere',
      read,
      { kind: 'respond', status: 307, headers: { location: 'https://x.example' } },
      GiveUp,
      1,
    ],
  ] as const)('%s', async (_case, call, effect, family, requests) => {
    const { objects, control, calls } = await startSimulatedObjects();
    control.addFault({ match: { pathPattern: 'objects' }, times: 9, effect });
    const shown = z.object({ id: z.string() }).or(z.object({ objects: z.unknown() }));
    expect(await failureOf(objects.send(call, shown))).toBeInstanceOf(family);
    expect(calls()).toHaveLength(requests);
  });
});
