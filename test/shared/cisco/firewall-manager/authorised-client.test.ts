import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { answer, startHttpTestServer } from '../http-test-server.ts';
import { clientAt, storedToken } from './simulated-people.ts';

const call = { method: 'GET', path: 'v1/users', repetition: 'repeatable', expected: [200] } as const;
const schema = z.object({ uid: z.string() });

describe('a call to Firewall Manager', () => {
  it('stands below the base URL and carries the token', async () => {
    const server = await startHttpTestServer(() => answer(200, { uid: 'one' }));
    const client = clientAt(new URL('/firewall', server.url).href, storedToken('token'));
    expect(await client.send(call, schema)).toEqual({ uid: 'one' });
    expect(server.calls).toMatchObject([
      { path: '/firewall/v1/users', headers: { authorization: 'Bearer token', accept: 'application/json' } },
    ]);
  });

  it('is made once more with the token that a rotation has put in the place of a refused one', async () => {
    const server = await startHttpTestServer(({ headers }) =>
      headers.authorization === 'Bearer new' ? answer(200, { uid: 'one' }) : answer(401, {}),
    );
    const client = clientAt(server.url.href, storedToken('old', 'new'));
    expect(await client.send(call, schema)).toEqual({ uid: 'one' });
    expect(server.calls).toHaveLength(2);
  });

  it.each<[status: number, says: string, error: new (message: string) => Error]>([
    [401, 'credentials set <organisation>/firewall-manager-token', ConfigurationProblem],
    [403, 'is too small', ConfigurationProblem],
    [400, 'INVALID_INPUT: no such field', GiveUp],
    [404, 'answered 404', GiveUp],
  ])(
    'that is answered with %d is an error that says what to do, without the token',
    async (status, says, error) => {
      const body = { errorCode: 'INVALID_INPUT', errorMsg: 'no such field, Bearer canary' };
      const server = await startHttpTestServer(() => answer(status, body));
      const caught = await clientAt(server.url.href, storedToken('canary'))
        .send(call, schema)
        .catch((thrown: unknown) => thrown);
      expect(caught).toBeInstanceOf(error);
      expect(String(caught)).toContain(says);
      expect(inspect(caught, { depth: 10 })).not.toContain('canary');
    },
  );

  it.each([
    ['repeatable', GiveUp],
    ['once', OutcomeUnknown],
  ] as const)('that is %s, and whose success cannot be read, is told apart', async (repetition, error) => {
    const server = await startHttpTestServer(() => answer(200, {}));
    const client = clientAt(server.url.href, storedToken('token'));
    await expect(client.send({ ...call, repetition }, schema)).rejects.toThrow(error);
  });
});
