import { describe, expect, it } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { OpenPost } from '#shared/iocs/blocking/open-post.ts';
import { releaseEndedLeases } from '#shared/iocs/releasing/release-ended-leases.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { domain, listName } from '../blocking/worker-bench.ts';
import { ReleaseBench, requestId } from './release-bench.ts';

const later = '2026-11-22T06:00:00.000Z';
const other = deriveRequestId('test', 'second');
const byOperator = {
  kind: 'released-by-operator',
  by: 'arn:aws:iam::111122223333:user/ada',
  askedAt: new Date('2026-11-22T05:00:30Z'),
} as const;
const rollback = { kind: 'request-rolled-back', requestId, by: byOperator.by } as const;

describe('a lease that has ended', () => {
  it('takes the entry off the list, and the ledger says why', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example');

    const report = await bench.release(['bad.example']);

    expect(report).toEqual({ released: 1, takenOver: 0, renewed: 0, withdrawn: 0, left: 0 });
    expect(bench.list.stored.size).toBe(0);
    expect(bench.row('bad.example')).toMatchObject({
      status: 'released',
      because: 'lease-ended',
      releasedAt: '2026-11-22T05:01:00.000Z',
      history: [{ change: 'enforced' }, { change: 'released', by: 'lease-ended' }],
    });
    expect(bench.row('bad.example')).not.toHaveProperty('addedBy');
    expect(bench.told()).toEqual({ 'bad.example': 'lease-ended' });
  });

  it('of a block that was renewed meanwhile is none', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example', { leaseUntil: later });
    expect(await bench.release(['bad.example'])).toMatchObject({ released: 0 });
    expect(bench.list.stored.size).toBe(1);
    expect(bench.list.requests.find).toBe(0);
  });

  it('of a block that is renewed between search and removal is none', async () => {
    const bench = new ReleaseBench();
    const block = bench.block('bad.example');
    const { find } = bench.list;
    bench.list.find = async (wanted) => {
      bench.save({ ...block, leaseUntil: later });
      return find.call(bench.list, wanted);
    };
    expect(await bench.release(['bad.example'])).toMatchObject({ released: 0 });
    expect(bench.list.stored.size).toBe(1);
    expect(bench.row('bad.example')).toMatchObject({ status: 'enforced', leaseUntil: later });
  });

  it('leaves alone what somebody else put on the list', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example', { addedBy: 'someone-else' });
    await bench.release(['bad.example']);
    expect(bench.list.stored.size).toBe(1);
    expect(bench.row('bad.example')).toMatchObject({ status: 'enforced' });
  });

  it('of an entry that got another comment makes it the entry of whoever wrote that', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example');
    bench.list.stored.set('bad.example', { id: entryNumber(1), comment: 'keep this, ada' });

    expect(await bench.release(['bad.example'])).toMatchObject({ released: 0, takenOver: 1 });

    expect(bench.list.stored.size).toBe(1);
    const row = bench.row('bad.example');
    expect(row).toMatchObject({ status: 'enforced', addedBy: 'someone-else', entryId: entryNumber(1) });
    expect(row).not.toHaveProperty('leaseUntil');
    expect(row).not.toHaveProperty('comment');
    expect(row?.history.at(-1)).toMatchObject({ change: 'taken-over' });
    expect(bench.told()).toEqual({ 'bad.example': 'taken-over-by-hand' });
  });

  it('of an entry that a person took off the list is recorded without a removal', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example');
    bench.list.stored.clear();
    expect(await bench.release(['bad.example'])).toMatchObject({ released: 1 });
    expect(bench.list.requests.remove).toBe(0);
    expect(bench.row('bad.example')).toMatchObject({ status: 'released', because: 'lease-ended' });
  });

  it('ends only blocks that are due, found by their list in the ledger', async () => {
    const bench = new ReleaseBench();
    bench.block('due.example');
    bench.block('renewed.example', { leaseUntil: later });
    bench.list.addByHand('by-hand.example');

    expect(await releaseEndedLeases(bench.target(), bench.ports())).toMatchObject({ released: 1, left: 0 });
    expect([...bench.list.stored.keys()]).toEqual(['renewed.example', 'by-hand.example']);
  });
});

describe('a lease that may be renewed while somebody runs into the block', () => {
  function withRenewal(bench: ReleaseBench, among: () => Promise<ReadonlySet<string>>) {
    return {
      ...bench.ports(),
      renewal: { stillSoughtIn: () => ({ among }), leaseEndOf: () => new Date(later) },
    };
  }

  it('is renewed where it is still sought, and ends where it is not', async () => {
    const bench = new ReleaseBench();
    bench.block('sought.example');
    bench.block('forgotten.example');
    const ports = withRenewal(bench, async () => new Set(['domain:sought.example']));

    const report = await bench.release(['sought.example', 'forgotten.example'], undefined, ports);

    expect(report).toMatchObject({ released: 1, renewed: 1 });
    expect(bench.row('sought.example')).toMatchObject({ status: 'enforced', leaseUntil: later });
    expect(bench.told()).toEqual({ 'forgotten.example': 'lease-ended' });
  });

  it('is not renewed when an operator releases the block', async () => {
    const bench = new ReleaseBench();
    bench.block('sought.example');
    const ports = withRenewal(bench, async () => new Set(['domain:sought.example']));
    expect(await bench.release(['sought.example'], [byOperator], ports)).toMatchObject({ released: 1 });
  });

  it('ends as agreed when the reports cannot be read, and says so', async () => {
    const bench = new ReleaseBench();
    bench.block('sought.example');
    const problem = new RetryLater('no reports now');
    const ports = withRenewal(bench, () => Promise.reject(problem));

    const report = await bench.release(['sought.example'], undefined, ports);

    expect(report).toMatchObject({ released: 1, reportsProblem: problem });
  });
});

describe('an operator who releases', () => {
  it('ends a block before its lease does', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example', { leaseUntil: later });
    await bench.release(['bad.example'], [byOperator]);
    expect(bench.list.stored.size).toBe(0);
    expect(bench.row('bad.example')).toMatchObject({
      because: 'released-by-operator',
      releasedBy: byOperator.by,
      leaseUntil: later,
    });
  });

  it('does not end what was reported after the order', async () => {
    const bench = new ReleaseBench();
    const reportedAt = '2026-11-22T05:00:45.000Z';
    bench.block('bad.example', { reports: [{ requestId: other, reportedAt }], lastSeenAt: reportedAt });
    expect(await bench.release(['bad.example'], [byOperator])).toMatchObject({ released: 0 });
  });

  it('does not end, by an order that comes twice, what was approved anew since', async () => {
    const bench = new ReleaseBench();
    const block = bench.block('bad.example');
    bench.save({
      ...block,
      history: [...block.history, { at: '2026-11-22T05:00:40.000Z', change: 'released' }],
    });
    expect(await bench.release(['bad.example'], [byOperator])).toMatchObject({ released: 0 });
  });
});

describe('a request that is rolled back', () => {
  it('takes off the list what it alone asked for, and leaves what others asked for too', async () => {
    const bench = new ReleaseBench();
    bench.block('alone.example', { leaseUntil: later });
    const { reports } = bench.block('shared.example', { leaseUntil: later });
    const reportOfOther = { requestId: other, reportedAt: '2026-11-22T04:00:00.000Z' };
    bench.block('shared.example', { leaseUntil: later, reports: [...reports, reportOfOther] });

    const report = await bench.release(['alone.example', 'shared.example'], [rollback]);

    expect(report).toMatchObject({ released: 1, withdrawn: 1 });
    expect([...bench.list.stored.keys()]).toEqual(['shared.example']);
    expect(bench.row('alone.example')).toMatchObject({ because: 'request-rolled-back' });
    expect(bench.row('shared.example')).toMatchObject({
      status: 'enforced',
      reports: [reportOfOther],
      history: [{ change: 'enforced' }, { change: 'report-withdrawn', by: requestId }],
    });
  });

  it('together with the other that asked ends the block', async () => {
    const bench = new ReleaseBench();
    const { reports } = bench.block('shared.example', { leaseUntil: later });
    const reportOfOther = { requestId: other, reportedAt: '2026-11-22T04:00:00.000Z' };
    bench.save({ ...bench.block('shared.example'), reports: [...reports, reportOfOther] });

    await bench.release(['shared.example'], [rollback, { ...rollback, requestId: other }]);

    expect(bench.row('shared.example')).toMatchObject({ status: 'released' });
  });

  it('does nothing to blocks of others', async () => {
    const bench = new ReleaseBench();
    bench.block('bad.example');
    await bench.release(['bad.example'], [{ ...rollback, requestId: other }]);
    expect(bench.list.stored.size).toBe(1);
  });
});

describe('a removal', () => {
  const values = ['a.example', 'b.example', 'c.example'];

  function benchOfThree(): ReleaseBench {
    const bench = new ReleaseBench();
    for (const value of values) bench.block(value);
    return bench;
  }

  it.each(['lose-before', 'lose-after'] as const)(
    'whose answer is lost (%s) is looked at, and made once more',
    async (turn) => {
      const bench = benchOfThree();
      bench.list.behaviour.nextRemoves = [turn];
      expect(await bench.release(values)).toMatchObject({ released: 3 });
      expect(bench.list.stored.size).toBe(0);
      expect(bench.list.requests).toMatchObject({ find: 2, remove: turn === 'lose-before' ? 2 : 1 });
    },
  );

  it('that is proved by the count needs no second look', async () => {
    const bench = benchOfThree();
    await bench.release(values);
    expect(bench.list.requests).toMatchObject({ find: 1, remove: 1, count: 0 });
  });

  it('without a count is looked at', async () => {
    const bench = benchOfThree();
    bench.list.behaviour.countInAnswer = false;
    expect(await bench.release(values)).toMatchObject({ released: 3 });
    expect(bench.list.requests).toMatchObject({ find: 2, remove: 1 });
  });

  it('that is made once more spares what got another comment meanwhile', async () => {
    const bench = benchOfThree();
    bench.list.behaviour.nextRemoves = ['lose-before'];
    const { remove } = bench.list;
    bench.list.remove = async (ids) => {
      const entry = bench.list.stored.get('b.example');
      bench.list.stored.set('b.example', { id: entry?.id ?? entryNumber(1), comment: 'keep this, ada' });
      return remove.call(bench.list, ids);
    };
    expect(await bench.release(values)).toMatchObject({ released: 2, takenOver: 1 });
    expect([...bench.list.stored.keys()]).toEqual(['b.example']);
  });

  it('that never takes effect is tried later, and nothing is recorded', async () => {
    const bench = benchOfThree();
    bench.list.behaviour.nextRemoves = ['lose-before', 'lose-before', 'lose-before'];
    await expect(bench.release(values)).rejects.toThrow(RetryLater);
    expect(bench.row('a.example')).toMatchObject({ status: 'enforced' });
    expect(bench.published).toEqual([]);
  });

  it('leaves the list state with the new count', async () => {
    const bench = benchOfThree();
    const state = { entryCount: 7, enforcement: { kind: 'enforced' }, inspectedAt: later } as const;
    bench.table.listStates.set(listName, state);
    await bench.release(values);
    expect(bench.table.listStates.get(listName)).toEqual({ ...state, entryCount: 0 });
  });

  it('that is done leaves the next writer no old count where its number is unknown', async () => {
    const bench = benchOfThree();
    bench.list.behaviour.countInAnswer = false;
    bench.table.listStates.set(listName, {
      entryCount: 3,
      enforcement: { kind: 'enforced' },
      inspectedAt: later,
    });
    bench.list.find = async (wanted) => {
      const found = await Object.getPrototypeOf(bench.list).find.call(bench.list, wanted);
      return { ...found, entryCount: undefined };
    };
    await bench.release(values);
    expect(bench.table.listStates.get(listName)).not.toHaveProperty('entryCount');
  });

  it('takes the count from a post that another worker left open, for it is wrong now', async () => {
    const bench = benchOfThree();
    const { reports, comment = '' } = bench.block('b.example');
    const entry = { indicator: domain('posted.example'), comment, leaseUntil: later };
    const [report = { requestId, reportedAt: later }] = reports;
    const entries: OpenPost['entries'] = [{ ...entry, reports: [report] }];
    const post = { postId: 'p', destinationList: listName, entries, entryCountBefore: 3, openedAt: later };
    bench.table.openPosts.set(listName, post);
    await bench.release(values);
    expect(bench.table.openPosts.get(listName)).toMatchObject({ postId: 'p' });
    expect(bench.table.openPosts.get(listName)).not.toHaveProperty('entryCountBefore');
  });
});

describe('many blocks', () => {
  it('end in one search and the fewest removals, with the lock given back in between', async () => {
    const bench = new ReleaseBench();
    const values = Array.from({ length: 1_200 }, (_, index) => `d${index}.example`);
    for (const value of values) bench.block(value);

    expect(await bench.release(values)).toMatchObject({ released: 1_200, left: 0 });

    expect(bench.list.requests).toMatchObject({ find: 1, remove: 3 });
    expect(bench.published).toHaveLength(24);
  });

  it('that take too long are left to the next run', async () => {
    const bench = new ReleaseBench();
    const values = Array.from({ length: 1_200 }, (_, index) => `d${index}.example`);
    for (const value of values) bench.block(value);
    const { remove } = bench.list;
    bench.list.remove = async (ids) => {
      bench.pass(400);
      return remove.call(bench.list, ids);
    };
    expect(await bench.release(values)).toMatchObject({ released: 1_000, left: 200 });
    expect(await releaseEndedLeases(bench.target(), bench.ports())).toMatchObject({ released: 200, left: 0 });
  });
});
