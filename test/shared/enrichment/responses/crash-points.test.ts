import { describe, expect, it } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededModules } from '../../../simulators/xdr/seed.ts';
import { enrichedRequest } from '../enriched-requests.ts';
import { blockHash, type ResponderBench, responderBench, triggerTemplate } from './responder-bench.ts';

const request = enrichedRequest();
const { endpoint } = seededModules;

class Crash extends Error {}

function crash(): never {
  throw new Crash();
}

/** Delivers the request until it ends, as the queue would, each time after the wait that was asked for. */
async function deliverUntilItEnds(bench: ResponderBench) {
  for (let delivery = 1; delivery <= 5; delivery++) {
    try {
      return await bench.responder().respond(request, blockHash);
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      bench.xdr.time.pass(error.retryAfterSeconds * 1_000);
    }
  }
  throw new Error('five deliveries were not enough');
}

describe('a crash', () => {
  it.each([
    ['before the action is written down', { open: crash }, 'done'],
    ['between trigger and record', { close: crash }, 'done'],
  ])('%s: it is triggered once', async (_point, journal, result) => {
    const bench = await responderBench();
    await expect(bench.responder(journal).respond(request, blockHash)).rejects.toThrow(Crash);

    expect(await deliverUntilItEnds(bench)).toMatchObject({ result });
    expect(await deliverUntilItEnds(bench)).toMatchObject({ result });
    expect(bench.triggers()).toBe(1);
  });

  it('between trigger and record, where the module never withdraws what it did, leaves it unknown', async () => {
    const bench = await responderBench();
    bench.neverWithdraw();
    await expect(bench.responder({ close: crash }).respond(request, blockHash)).rejects.toThrow(Crash);

    expect(await deliverUntilItEnds(bench)).toMatchObject({
      result: 'unknown',
      message: expect.stringContaining(`${endpoint.name} still offers the action`),
    });
    expect(bench.triggers()).toBe(1);
  });

  it('between writing down and trigger is not mistaken for a proof that it may be triggered', async () => {
    const bench = await responderBench();
    const diesAfterWriting = {
      open: async (...of: Parameters<typeof bench.journal.open>) => {
        await bench.journal.open(...of);
        return crash();
      },
    };
    await expect(bench.responder(diesAfterWriting).respond(request, blockHash)).rejects.toThrow(Crash);

    expect(await deliverUntilItEnds(bench)).toMatchObject({ result: 'unknown' });
    expect(bench.triggers()).toBe(0);
  });

  it('is not settled before the function that crashed must be over', async () => {
    const bench = await responderBench();
    await expect(bench.responder({ close: crash }).respond(request, blockHash)).rejects.toThrow(Crash);
    const callsBefore = bench.xdr.calls().length;
    bench.xdr.time.pass(60_000);

    await expect(bench.responder().respond(request, blockHash)).rejects.toMatchObject({
      retryAfterSeconds: 240,
    });
    expect(bench.xdr.calls()).toHaveLength(callsBefore);
  });

  it('whose module does not answer for long after it leaves it unknown', async () => {
    const bench = await responderBench();
    await expect(bench.responder({ close: crash }).respond(request, blockHash)).rejects.toThrow(Crash);
    bench.xdr.control.putModule({ ...endpoint, error: { code: 'down' } });
    bench.xdr.time.pass(300_000);

    await expect(bench.responder().respond(request, blockHash)).rejects.toThrow(RetryLater);
    bench.xdr.time.pass(600_000);

    expect(await bench.responder().respond(request, blockHash)).toMatchObject({
      result: 'unknown',
      message: expect.stringContaining('down'),
    });
  });
});

describe('a lost answer', () => {
  it.each([
    ['the connection breaks', { kind: 'process-then-drop' }],
    ['the server fails', { kind: 'process-then-respond', status: 502 }],
    ['it cannot be read', { kind: 'process-then-respond', status: 200, body: { data: {} } }],
  ] as const)('because %s is settled by listing, with one trigger', async (_why, effect) => {
    const bench = await responderBench();
    bench.xdr.control.addFault({ match: { template: triggerTemplate }, effect });

    expect(await bench.responder().respond(request, blockHash)).toMatchObject({
      result: 'done',
      message: expect.stringContaining('no longer offers'),
    });
    expect(bench.triggers()).toBe(1);
  });

  it('of a module that never withdraws what it did ends as unknown, with one trigger', async () => {
    const bench = await responderBench();
    bench.neverWithdraw();
    bench.xdr.control.addFault({
      match: { template: triggerTemplate },
      effect: { kind: 'process-then-drop' },
    });

    await expect(bench.responder().respond(request, blockHash)).rejects.toThrow(RetryLater);
    expect(await deliverUntilItEnds(bench)).toMatchObject({ result: 'unknown' });
    expect(bench.triggers()).toBe(1);
  });
});

describe('two functions at once', () => {
  it.each([['withdraws'], ['never withdraws']])(
    'trigger once, where the module %s what it did',
    async (behaviour) => {
      const bench = await responderBench();
      if (behaviour === 'never withdraws') bench.neverWithdraw();

      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, () => bench.responder().respond(request, blockHash)),
      );

      expect(bench.triggers()).toBe(1);
      for (const answer of answers) {
        if (answer.status === 'fulfilled') expect(answer.value).toMatchObject({ result: 'done' });
        else expect(answer.reason).toBeInstanceOf(RetryLater);
      }
      expect(await deliverUntilItEnds(bench)).toMatchObject({ result: 'done' });
      expect(bench.triggers()).toBe(1);
    },
  );
});
