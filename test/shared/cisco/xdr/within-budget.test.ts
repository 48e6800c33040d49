import { describe, expect, it } from 'vitest';
import type { HttpCall } from '#shared/cisco/http/http-call.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { deliberateHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import type { BudgetPlace, RequestBudget } from '#shared/cisco/xdr/request-budget.ts';
import { withinXdrBudget } from '#shared/cisco/xdr/within-budget.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer } from '../http-test-server.ts';

const organisation = organisationNameSchema.parse('main');

/** A client of a server that reacts so, with a budget that says so. */
async function startClient(
  reaction: Reaction,
  place: (now: Date) => BudgetPlace = () => ({ kind: 'taken' }),
) {
  const time = new AdvancingTime();
  const seen = { requests: 0, taken: 0, pausedUntil: undefined as Date | undefined };
  const server = await startHttpTestServer(() => {
    seen.requests += 1;
    return reaction;
  });
  const budget: RequestBudget = {
    take: async () => {
      seen.taken += 1;
      return place(time.now());
    },
    pause: async (_organisation, until) => {
      seen.pausedUntil = until;
    },
  };
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 }, deliberateHttpOptions);
  const client = withinXdrBudget(http, { budget, organisation, lane: 'usual', clock: time });
  const call: HttpCall = { method: 'GET', url: server.url, headers: {}, repetition: 'repeatable' };
  return { time, seen, send: () => client.send(call) };
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a request within the budget', () => {
  it('is sent, and takes one place', async () => {
    const { seen, send } = await startClient(answer(200, {}));
    expect(await send()).toMatchObject({ status: 200 });
    expect(seen).toEqual({ requests: 1, taken: 1, pausedUntil: undefined });
  });

  it.each<[title: string, place: (now: Date) => BudgetPlace, said: string]>([
    [
      'while XDR refuses requests',
      (now) => ({ kind: 'paused', until: new Date(now.getTime() + 3_557_000) }),
      'refuses requests of organisation main until',
    ],
    [
      'when our share is used up',
      (now) => ({ kind: 'full', freeAt: new Date(now.getTime() + 3_557_000) }),
      'Our share of the requests',
    ],
  ])('is not sent %s, and says for how long', async (_title, place, said) => {
    const { seen, send } = await startClient(answer(200, {}), place);
    const error = await errorOf(send());
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ retryAfterSeconds: 3_557, message: expect.stringContaining(said) });
    expect(seen.requests).toBe(0);
  });

  it.each(['3', '3557'])('that is refused for %s seconds holds everybody back at once', async (seconds) => {
    const { time, seen, send } = await startClient(answer(429, {}, { 'retry-after': seconds }));
    const error = await errorOf(send());
    expect(error).toMatchObject({ retryAfterSeconds: Number(seconds) });
    expect(seen.requests).toBe(1);
    expect(time.slept).toEqual([]);
    expect(seen.pausedUntil).toEqual(new Date(time.now().getTime() + Number(seconds) * 1_000));
  });

  it('that fails without a word about when to come again holds nobody back', async () => {
    const { seen, send } = await startClient(answer(503, {}));
    expect(await errorOf(send())).toBeInstanceOf(RetryLater);
    expect(seen).toMatchObject({ requests: 2, pausedUntil: undefined });
  });
});
