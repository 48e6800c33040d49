import { describe, expect, it } from 'vitest';
import { connectionNameSchema } from '#shared/config/names.ts';
import { entryComment } from '#shared/iocs/blocking/entry-comment.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { command, domain, WorkerBench } from './worker-bench.ts';

const bad = domain('bad.example');
const splunk = connectionNameSchema.parse('splunk');

/** A report of the one indicator, received now. */
function report(bench: WorkerBench, delivery: string, more: Parameters<typeof command>[2] = {}) {
  return command(delivery, [bad], { receivedAt: bench.now, ...more });
}

describe('a new block', () => {
  it('has its report, its lease, its comment and its history', async () => {
    const bench = new WorkerBench();
    const message = report(bench, 'a', { connection: splunk, source: 'Rule 7', ticket: 'CASE-42' });
    await bench.run([message]);

    const leaseUntil = '2026-12-22T04:00:00.000Z';
    const comment = entryComment({ ...message, leaseUntil: new Date(leaseUntil) });
    expect(bench.block(bad)).toMatchObject({
      status: 'enforced',
      requestId: message.requestId,
      reports: [
        {
          requestId: message.requestId,
          connection: 'splunk',
          source: 'Rule 7',
          ticket: 'CASE-42',
          reportedAt: '2026-11-22T03:00:05.000Z',
        },
      ],
      leaseUntil,
      comment,
      history: [{ change: 'enforced', by: message.requestId }],
    });
    expect(bench.list.stored.get('bad.example')?.comment).toBe(comment);
    expect(bench.outcome(message)?.indicators[0]?.leaseUntil).toBe(leaseUntil);
  });

  it('that several requests ask for together has all their reports and the longest of their leases', async () => {
    const bench = new WorkerBench();
    bench.settings = { ...bench.settings, connections: { [splunk]: { lease: { hours: 1_000 } } } };
    const messages = [report(bench, 'a'), report(bench, 'b', { connection: splunk })];
    await bench.run(messages);
    const block = bench.block(bad);
    expect(block?.reports.map(({ requestId }) => requestId)).toEqual(
      messages.map(({ requestId }) => requestId),
    );
    expect(block?.leaseUntil).toBe('2027-01-02T20:00:00.000Z');
  });
});

describe('a block that is reported again', () => {
  it('notes the report and renews the lease, without a request to the list', async () => {
    const bench = new WorkerBench();
    await bench.run([report(bench, 'a')]);
    bench.pass(290);
    const asked = { ...bench.list.requests };
    bench.pass(-290 + 7_200);
    // What is known of the list is kept fresh, so that the only request would be one for the report.
    bench.table.listStates.set(report(bench, 'x').destinationList, {
      enforcement: { kind: 'enforced' },
      inspectedAt: bench.now.toISOString(),
    });
    const again = report(bench, 'b');
    await bench.run([again]);

    expect(bench.list.requests).toEqual(asked);
    const block = bench.block(bad);
    expect(block?.reports).toHaveLength(2);
    expect(block?.leaseUntil).toBe('2026-12-22T06:00:00.000Z');
    expect(block?.lastSeenAt).toBe(again.receivedAt.toISOString());
    expect(block?.history.at(-1)).toMatchObject({ change: 'renewed', by: again.requestId });
  });

  it('keeps its lease where the new one would end sooner', async () => {
    const bench = new WorkerBench();
    bench.settings = { ...bench.settings, connections: { [splunk]: { lease: { hours: 1 } } } };
    await bench.run([report(bench, 'a')]);
    await bench.run([report(bench, 'b', { connection: splunk })]);
    expect(bench.block(bad)?.leaseUntil).toBe('2026-12-22T04:00:00.000Z');
    expect(bench.block(bad)?.reports).toHaveLength(2);
  });

  it('by the same request changes nothing', async () => {
    const bench = new WorkerBench();
    await bench.run([report(bench, 'a')]);
    const before = bench.block(bad);
    bench.pass(60);
    await bench.run([report(bench, 'a', { part: 1 })]);
    expect(bench.block(bad)).toEqual(before);
  });

  it('by 40 requests keeps the latest 25 reports and changes', async () => {
    const bench = new WorkerBench();
    for (let hour = 0; hour < 40; hour++) {
      await bench.run([report(bench, `delivery-${hour}`)]);
      bench.pass(3_600);
    }
    const block = bench.block(bad);
    expect(block?.reports).toHaveLength(25);
    expect(block?.history).toHaveLength(25);
    expect(block?.reports.at(-1)?.requestId).toBe(deriveRequestId('test', 'delivery-39'));
    expect(block?.requestId).toBe(deriveRequestId('test', 'delivery-0'));
  });

  it('is noted where it is not ours, and gets no lease', async () => {
    const bench = new WorkerBench();
    bench.list.addByHand('bad.example');
    await bench.run([report(bench, 'a')]);
    await bench.run([report(bench, 'b')]);
    const block = bench.block(bad);
    expect(block).toMatchObject({ addedBy: 'someone-else', history: [{ change: 'found-on-list' }] });
    expect(block?.reports).toHaveLength(2);
    expect(block?.leaseUntil).toBeUndefined();
  });

  it('keeps saying that an allow list overrides it: only the nightly comparison can tell', async () => {
    const bench = new WorkerBench();
    await bench.run([report(bench, 'a')]);
    const block = bench.block(bad);
    if (block?.status !== 'enforced') throw new Error('it was enforced');
    const { verifiedAt, ...rest } = block;
    bench.table.blocks.set('soc-block/domain:bad.example', {
      ...rest,
      status: 'stored-not-enforced',
      storedAt: verifiedAt,
      reason: 'overridden-by-allow-list: partners',
    });
    const again = report(bench, 'b');
    await bench.run([again]);
    expect(bench.statuses(again)).toEqual({ 'stored-not-enforced': 1 });
  });
});

describe('an entry of ours that the ledger has lost', () => {
  it('is ours again, for the request that its comment names', async () => {
    const bench = new WorkerBench();
    const first = deriveRequestId('test', 'long ago');
    const written = { requestId: first, ticket: 'CASE-1', leaseUntil: new Date('2026-12-01T00:00:00Z') };
    bench.list.addWithComment('bad.example', entryComment(written));
    const again = report(bench, 'b');
    await bench.run([again]);

    expect(bench.statuses(again)).toEqual({ 'already-enforced': 1 });
    expect(bench.block(bad)).toMatchObject({
      addedBy: 'us',
      requestId: first,
      comment: entryComment(written),
      reports: [{ requestId: first, ticket: 'CASE-1' }, { requestId: again.requestId }],
      history: [{ change: 'rebuilt-from-comment' }],
    });
    expect(bench.table.newBlocks.size).toBe(0);
  });
});
