import { describe, expect, it } from 'vitest';
import { followTransaction } from '#shared/cisco/firewall-manager/transactions.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, startHttpTestServer } from '../http-test-server.ts';
import { clientAt, storedToken } from './simulated-people.ts';

const started = { transactionUid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2c01', cdoTransactionStatus: 'PENDING' };
const patience = { everyMilliseconds: 1_000, atMostMilliseconds: 10_000 };

/** Follows a command whose later looks have these statuses. */
async function follow(...statuses: { http: number; status?: string; errorMessage?: string }[]) {
  const time = new AdvancingTime();
  const server = await startHttpTestServer((_call, number) => {
    const { http, status, ...others } = statuses[Math.min(number, statuses.length) - 1] ?? { http: 500 };
    return answer(http, { ...started, ...others, cdoTransactionStatus: status });
  });
  const client = clientAt(server.url.href, storedToken('token'), time);
  const end = await followTransaction(client, started, { clock: time, sleep: time.sleep, patience });
  return { end, looks: server.calls.length, path: server.calls[0]?.path };
}

describe('an asynchronous command', () => {
  it('is followed until it is done', async () => {
    const running = { http: 202, status: 'IN_PROGRESS' };
    expect(await follow(running, running, { http: 200, status: 'DONE' })).toEqual({
      end: { result: 'done' },
      looks: 3,
      path: `/v1/transactions/${started.transactionUid}`,
    });
  });

  it.each([
    ['ERROR', 'device unreachable', 'device unreachable'],
    ['CANCELLED', undefined, 'CANCELLED'],
  ])('that ends in %s has failed, although HTTP says 200', async (status, errorMessage, reason) => {
    const { end } = await follow({
      http: 200,
      status,
      ...(errorMessage === undefined ? {} : { errorMessage }),
    });
    expect(end).toEqual({ result: 'failed', reason });
  });

  it.each([
    ['still runs', { http: 202, status: 'PENDING' }],
    ['has a status that nobody knows', { http: 200, status: 'ASLEEP' }],
    ['has no status', { http: 200 }],
  ])('that %s is given up after a bounded number of looks', async (_said, look) => {
    expect(await follow(look)).toMatchObject({ end: { result: 'still-running' }, looks: 10 });
  });

  it('that is over at once takes no look', async () => {
    const time = new AdvancingTime();
    const client = clientAt('http://127.0.0.1:9', storedToken('token'), time);
    const done = { ...started, cdoTransactionStatus: 'DONE' };
    const end = await followTransaction(client, done, { clock: time, sleep: time.sleep });
    expect(end).toEqual({ result: 'done' });
  });

  it('whose record is gone has an unknown end', async () => {
    await expect(follow({ http: 404 })).rejects.toThrow(GiveUp);
  });
});
