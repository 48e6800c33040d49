import { describe, expect, it } from 'vitest';
import { writeBack } from '#shared/enrichment/write-back/write-back.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { startWriteBackBench, type WriteBackBench } from './write-back-bench.ts';

const leaseEnd = '2026-01-31T08:00:00.000Z';

/** A block that XDR knows of, and that has been released since. */
async function releasedBlock(bench: WriteBackBench, value = 'bad.example') {
  const indicator = bench.block(value);
  await writeBack([bench.blockedCommand([indicator])], bench.ports());
  bench.xdr.time.pass(60_000);
  bench.release(indicator);
  return indicator;
}

describe('a release', () => {
  it('ends the judgement, when what was written before it can be found', async () => {
    const bench = await startWriteBackBench();
    bench.xdr.control.changeSettings({ indexDelaySeconds: 60 });
    const command = bench.releasedCommand([await releasedBlock(bench)]);

    const [fresh] = await writeBack([command], bench.ports());
    expect(fresh).toMatchObject({ kind: 'return', retryAfterSeconds: 180, cause: expect.any(RetryLater) });
    bench.xdr.time.pass(180_000);

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', expired: 1 }]);
    expect(bench.judgementEnds()).toEqual([bench.xdr.time.now().toISOString()]);
    expect(bench.xdr.control.entities().find(({ type }) => type === 'judgement')?.body.reason).toContain(
      'An operator has released the block.',
    );
  });

  it('delivered again ends nothing a second time', async () => {
    const bench = await startWriteBackBench();
    const command = bench.releasedCommand([await releasedBlock(bench)]);
    bench.xdr.time.pass(180_000);
    await writeBack([command], bench.ports());
    const ends = bench.judgementEnds();
    bench.xdr.time.pass(60_000);

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', expired: 0 }]);
    expect(bench.judgementEnds()).toEqual(ends);
  });

  it('ends every judgement about the block, however often its lease became longer', async () => {
    const bench = await startWriteBackBench();
    for (const leaseUntil of [leaseEnd, '2026-02-28T08:00:00.000Z', '2026-03-31T08:00:00.000Z']) {
      await writeBack([bench.blockedCommand([bench.block('bad.example', { leaseUntil })])], bench.ports());
    }
    const indicator = bench.block('bad.example');
    bench.release(indicator);
    const command = bench.releasedCommand([indicator], 'request-rolled-back');
    bench.xdr.time.pass(180_000);

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', expired: 3 }]);
  });

  it('leaves alone what stands again by now', async () => {
    const bench = await startWriteBackBench();
    const command = bench.releasedCommand([await releasedBlock(bench)]);
    bench.xdr.time.pass(180_000);
    const again = bench.block('bad.example', { firstSeenAt: '2026-01-01T09:00:00.000Z' });
    await writeBack([bench.blockedCommand([again]), command], bench.ports());

    expect(bench.judgementEnds()).toEqual([leaseEnd, leaseEnd]);
  });

  it.each(['lease-ended', 'taken-over-by-hand'] as const)('because of %s costs no call', async (because) => {
    const bench = await startWriteBackBench();
    const command = bench.releasedCommand([await releasedBlock(bench)], because);
    bench.xdr.time.pass(180_000);
    const callsBefore = bench.xdr.calls().length;

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', expired: 0 }]);
    expect(bench.xdr.calls()).toHaveLength(callsBefore);
  });

  it('of what XDR was never told is done', async () => {
    const bench = await startWriteBackBench();
    const indicator = bench.block('bad.example');
    bench.release(indicator);
    const command = bench.releasedCommand([indicator]);
    bench.xdr.time.pass(180_000);

    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', expired: 0 }]);
  });

  it('does not touch judgements of others about the same indicator', async () => {
    const bench = await startWriteBackBench();
    const indicators = [await releasedBlock(bench), await releasedBlock(bench, 'other.example')];
    const command = bench.releasedCommand(indicators.slice(0, 1));
    bench.xdr.time.pass(180_000);
    await writeBack([command], bench.ports());

    expect(bench.judgementEnds()).toEqual([bench.xdr.time.now().toISOString(), leaseEnd]);
  });

  it('that fails half way is finished by its next delivery', async () => {
    const bench = await startWriteBackBench();
    const indicators = [await releasedBlock(bench), await releasedBlock(bench, 'other.example')];
    const command = bench.releasedCommand(indicators);
    bench.xdr.time.pass(180_000);
    bench.xdr.control.addFault({
      match: { template: '/ctia/judgement/{judgementId}/expire' },
      skip: 1,
      effect: { kind: 'respond', status: 429, headers: { 'retry-after': '3557' } },
    });

    expect(await writeBack([command], bench.ports())).toMatchObject([
      { kind: 'return', retryAfterSeconds: 3_557 },
    ]);
    expect(await writeBack([command], bench.ports())).toMatchObject([{ kind: 'done', expired: 1 }]);
  });
});
