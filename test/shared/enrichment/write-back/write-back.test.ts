import { describe, expect, it } from 'vitest';
import { writeBack } from '#shared/enrichment/write-back/write-back.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { indicatorSchema } from '#shared/iocs/indicator.ts';
import { importTemplate, startWriteBackBench } from './write-back-bench.ts';

describe('a block', () => {
  it('is told to XDR as a judgement until its lease ends, and a sighting', async () => {
    const bench = await startWriteBackBench();
    const command = bench.blockedCommand([bench.block('bad.example')]);

    expect(await writeBack([command], bench.ports())).toEqual([
      { kind: 'done', messageId: 'message-1', written: 1, expired: 0 },
    ]);
    const [sighting, judgement] = bench.xdr.control.entities();
    expect(judgement).toMatchObject({
      type: 'judgement',
      body: {
        source: 'SCC Automations',
        observable: { type: 'domain', value: 'bad.example' },
        disposition: 2,
        priority: 90,
        valid_time: { start_time: '2026-01-01T08:00:00.000Z', end_time: '2026-01-31T08:00:00.000Z' },
        reason: expect.stringMatching(
          /soc-block until 2026-01-31T08:00:00.000Z.*Splunk, ticket INC-1, request req_/,
        ),
      },
    });
    expect(sighting).toMatchObject({
      type: 'sighting',
      body: {
        title: 'bad[.]example is blocked in Cisco Secure Access',
        observed_time: { start_time: '2026-01-01T08:00:00.000Z' },
      },
    });
    expect(bench.xdr.calls()).toHaveLength(1);
  });

  it('that is delivered or reported again changes nothing, and costs no call', async () => {
    const bench = await startWriteBackBench();
    bench.xdr.control.changeSettings({ indexDelaySeconds: 60 });
    const indicator = bench.block('bad.example');
    const first = bench.blockedCommand([indicator]);
    await writeBack([first], bench.ports());

    const again = [first, bench.blockedCommand([indicator]), bench.blockedCommand([indicator])];
    expect(await writeBack(again, bench.ports())).toMatchObject(Array(3).fill({ kind: 'done', written: 1 }));
    expect(bench.counts()).toEqual({ judgement: 1, sighting: 1 });
    expect(bench.xdr.calls()).toHaveLength(1);
  });

  it('exists for XDR itself once our own record has forgotten it', async () => {
    const bench = await startWriteBackBench();
    const command = bench.blockedCommand([bench.block('bad.example')]);
    await writeBack([command], bench.ports());
    bench.entities.ids.clear();

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done' }]);
    expect(bench.counts()).toEqual({ judgement: 1, sighting: 1 });
  });

  it('whose lease became longer gets a further judgement', async () => {
    const bench = await startWriteBackBench();
    await writeBack([bench.blockedCommand([bench.block('bad.example')])], bench.ports());
    const longer = bench.block('bad.example', { leaseUntil: '2026-02-28T08:00:00.000Z' });
    await writeBack([bench.blockedCommand([longer])], bench.ports());

    expect(bench.judgementEnds()).toEqual(['2026-01-31T08:00:00.000Z', '2026-02-28T08:00:00.000Z']);
  });

  it.each([
    ['not ours', { addedBy: 'someone-else' as const, leaseUntil: undefined }],
    ['over', { leaseUntil: '2026-01-01T08:00:00.000Z' }],
    [
      'not enforced any more',
      { status: 'stored-not-enforced' as const, storedAt: '2026-01-01T08:00:00.000Z', reason: 'no-rule' },
    ],
  ])('that is %s is not told', async (_case, changes) => {
    const bench = await startWriteBackBench();
    const command = bench.blockedCommand([bench.block('bad.example', changes)]);

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', written: 0 }]);
    expect(bench.xdr.calls()).toEqual([]);
  });

  it('of a network is not told: XDR has no word for it', async () => {
    const bench = await startWriteBackBench();
    const network = indicatorSchema.parse({ type: 'cidr', value: '203.0.113.0/24' });

    await writeBack([bench.blockedCommand([bench.block(network)])], bench.ports());
    expect(bench.counts()).toEqual({});
  });

  it('that was released before its event came is not told', async () => {
    const bench = await startWriteBackBench();
    const indicator = bench.block('bad.example');
    const late = bench.blockedCommand([indicator]);
    bench.release(indicator);

    expect(await writeBack([late], bench.ports())).toMatchObject([{ kind: 'done', written: 0 }]);
    expect(bench.counts()).toEqual({});
  });
});

describe('many blocks', () => {
  it('of many messages are written in one call', async () => {
    const bench = await startWriteBackBench();
    const commands = Array.from({ length: 100 }, (_, n) =>
      bench.blockedCommand([bench.block(`bad-${n}.example`)]),
    );

    await writeBack(commands, bench.ports());

    expect(bench.counts()).toEqual({ judgement: 100, sighting: 100 });
    expect(bench.xdr.calls()).toHaveLength(1);
  });

  it('of one message are written in as many calls as they need', async () => {
    const bench = await startWriteBackBench();
    const indicators = Array.from({ length: 500 }, (_, n) => bench.block(`bad-${n}.example`));

    await writeBack([bench.blockedCommand(indicators)], bench.ports());

    expect(bench.counts()).toEqual({ judgement: 500, sighting: 500 });
    expect(bench.xdr.calls()).toHaveLength(2);
  });

  it('of which XDR refuses one entity send only its message back', async () => {
    const bench = await startWriteBackBench();
    const [good, bad] = ['good.example', 'bad.example'].map((value) =>
      bench.blockedCommand([bench.block(value)]),
    );
    if (!good || !bad) throw new Error('there are two');
    await writeBack([bad], bench.ports());
    const refused = [...bench.entities.ids.keys()];
    bench.xdr.control.reset();
    bench.entities.ids.clear();
    bench.xdr.control.changeSettings({ refusedExternalIds: refused });

    const results = await writeBack([good, bad], bench.ports());

    expect(results).toMatchObject([
      { kind: 'done', messageId: 'message-1' },
      { kind: 'return', messageId: 'message-2', cause: expect.any(GiveUp) },
    ]);
    expect(bench.counts()).toEqual({ judgement: 1, sighting: 1 });
  });

  it('that XDR refuses as a whole are tried message by message', async () => {
    const bench = await startWriteBackBench();
    const commands = ['a.example', 'b.example', 'c.example'].map((value) =>
      bench.blockedCommand([bench.block(value)]),
    );
    bench.xdr.control.addFault({
      match: { template: importTemplate },
      times: 2,
      effect: { kind: 'respond', status: 400, body: { type: 'Invalid Entity Error', message: 'odd' } },
    });

    expect(await writeBack(commands, bench.ports())).toMatchObject([
      { kind: 'return', messageId: 'message-1' },
      { kind: 'done' },
      { kind: 'done' },
    ]);
    expect(bench.counts()).toEqual({ judgement: 2, sighting: 2 });
  });

  it('after the end of the hour all go back until it ends, with one request', async () => {
    const bench = await startWriteBackBench();
    const indicators = Array.from({ length: 250 }, (_, n) => bench.block(`bad-${n}.example`));
    const commands = [1, 2, 3].map(() => bench.blockedCommand(indicators));
    bench.xdr.control.changeQuota({ refuseForSeconds: 3_557 });

    const results = await writeBack(commands, bench.ports());

    expect(results).toMatchObject(Array(3).fill({ kind: 'return', retryAfterSeconds: 3_557 }));
    // It was the one for a token.
    expect(bench.xdr.tokenRequests() + bench.xdr.calls().length).toBe(1);
    bench.xdr.time.pass(3_557_000);
    await writeBack(commands, bench.ports());
    expect(bench.counts()).toEqual({ judgement: 250, sighting: 250 });
  });
});

describe('two functions at once', () => {
  it('tell the same block once, while the index does not know it', async () => {
    const bench = await startWriteBackBench();
    bench.xdr.control.changeSettings({ indexDelaySeconds: 60 });
    const command = bench.blockedCommand([bench.block('bad.example')]);

    const results = await Promise.all([1, 2].map(() => writeBack([command], bench.ports())));

    for (const [result] of results) {
      if (result?.kind === 'return') expect(result.cause).toBeInstanceOf(RetryLater);
    }
    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done' }]);
    expect(bench.counts()).toEqual({ judgement: 1, sighting: 1 });
  });
});

describe('a crash', () => {
  it.each([
    ['after XDR has stored it, before it is recorded', 'record'],
    ['while the answer is under way', 'answer'],
  ])('%s: there is one judgement', async (_point, where) => {
    const bench = await startWriteBackBench();
    bench.xdr.control.changeSettings({ indexDelaySeconds: 60 });
    const command = bench.blockedCommand([bench.block('bad.example')]);
    const broken = {
      ...bench.entities,
      find: bench.entities.find.bind(bench.entities),
      add: async () => {
        throw new Error('the function died');
      },
    };
    if (where === 'answer') {
      bench.xdr.control.addFault({
        match: { template: importTemplate },
        effect: { kind: 'process-then-drop' },
      });
    }
    const ports = where === 'record' ? bench.ports({ entities: broken }) : bench.ports();

    expect(await writeBack([command], ports)).toMatchObject([{ kind: 'return', retryAfterSeconds: 60 }]);
    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'return' }]);
    bench.xdr.time.pass(390_000);
    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', written: 1 }]);
    expect(bench.counts()).toEqual({ judgement: 1, sighting: 1 });
  });
});
