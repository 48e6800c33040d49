import { describe, expect, it } from 'vitest';
import type { Enforcement } from '#shared/iocs/blocking/block-destination.ts';
import { groupDouble } from './list-double.ts';
import { command, domain, domains, WorkerBench } from './worker-bench.ts';

const enforced: Enforcement = { kind: 'enforced' };
const awaiting: Enforcement = {
  kind: 'not-enforced',
  reason: 'awaiting-deployment: the change is not deployed to fw-1 yet',
};

describe('a place that keeps no comments', () => {
  it('is looked through once, and what stands there is not posted and stays somebody else’s', async () => {
    const bench = new WorkerBench(groupDouble());
    bench.list.addByHand('d1.example');

    const work = command('a', domains(3));
    await bench.run([work]);

    expect(bench.list.requests).toMatchObject({ find: 1, add: 1 });
    expect(bench.statuses(work)).toEqual({ enforced: 2, 'already-enforced': 1 });
    expect(bench.block(domain('d1.example'))).toMatchObject({ addedBy: 'someone-else' });
    expect(bench.block(domain('d0.example'))).toMatchObject({ addedBy: 'us' });
  });

  it('writes nothing when all of it stands there', async () => {
    const bench = new WorkerBench(groupDouble());
    for (const { value } of domains(3)) bench.list.addByHand(value);

    await bench.run([command('a', domains(3))]);

    expect(bench.list.requests.add).toBe(0);
    expect(bench.list.stored.size).toBe(3);
  });

  it.each(['lose-before', 'lose-after'] as const)(
    'takes what is there after a lost answer (%s) for ours: it was looked for before',
    async (turn) => {
      const bench = new WorkerBench(groupDouble({ nextAdds: [turn] }));
      bench.list.addByHand('d1.example');

      await bench.run([command('a', domains(3))]);

      expect(bench.block(domain('d0.example'))).toMatchObject({ addedBy: 'us' });
      expect(bench.block(domain('d1.example'))).toMatchObject({ addedBy: 'someone-else' });
      expect(bench.list.postedTwice.size).toBe(0);
    },
  );
});

describe('a place where a change waits for its deployment', () => {
  it('is looked at again after a write: what was written has no effect yet', async () => {
    const bench = new WorkerBench(groupDouble({ enforcementAfterAdd: awaiting }));

    const work = command('a', domains(3));
    await bench.run([work]);

    expect(bench.statuses(work)).toEqual({ 'stored-not-enforced': 3 });
    expect(bench.list.requests.inspect).toBe(2);
  });

  it('is looked at once where nothing was written', async () => {
    const bench = new WorkerBench(groupDouble());
    await bench.run([command('a', domains(3))]);
    bench.list.requests.inspect = 0;

    await bench.run([command('b', domains(3))]);

    expect(bench.list.requests.inspect).toBe(0);
  });
});

describe('an entry that has no effect by itself', () => {
  const reason = 'not-used: the group soc-03 is in no rule; add it to the rule';

  it.each([
    { answer: 'an answer', nextAdds: [] },
    { answer: 'a lost answer', nextAdds: ['lose-after' as const] },
  ])('is stored and not enforced, after $answer', async ({ nextAdds }) => {
    const withoutEffect = new Map([['d2.example', reason]]);
    const bench = new WorkerBench(groupDouble({ withoutEffect, nextAdds: [...nextAdds] }));

    const work = command('a', domains(3));
    await bench.run([work]);

    expect(bench.statuses(work)).toEqual({ enforced: 2, 'stored-not-enforced': 1 });
    expect(bench.block(domain('d2.example'))).toMatchObject({ reason, isOfEntryAlone: true });
  });

  it('stays so when it is asked for again while the rest is enforced', async () => {
    const bench = new WorkerBench(groupDouble({ withoutEffect: new Map([['d2.example', reason]]) }));
    await bench.run([command('a', domains(3))]);

    const again = command('b', domains(3));
    await bench.run([again]);

    expect(bench.list.behaviour.enforcement).toEqual(enforced);
    expect(bench.statuses(again)).toEqual({ 'already-enforced': 2, 'stored-not-enforced': 1 });
  });
});
