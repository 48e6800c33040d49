import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { ListDouble } from './list-double.ts';
import { command, domain, domains, organisation, WorkerBench } from './worker-bench.ts';

describe('the cost of blocking', () => {
  it('posts 1,000 new indicators of one webhook in two posts, after one look at the list', async () => {
    const bench = new WorkerBench();
    const all = domains(1000);
    const parts = [command('a', all.slice(0, 500)), command('a', all.slice(500), { part: 1 })];

    const results = await bench.run(parts);

    expect(results.map((result) => result.kind)).toEqual(['done', 'done']);
    expect(bench.list.requests).toEqual({ inspect: 1, add: 2, count: 0, find: 0, pages: 0, remove: 0 });
    for (const part of parts) expect(bench.statuses(part)).toEqual({ enforced: 500 });
  });

  it('gathers the indicators of many messages into full posts', async () => {
    const bench = new WorkerBench();
    const messages = Array.from({ length: 100 }, (_, index) =>
      command(`m${index}`, domains(10, `m${index}-`)),
    );

    await bench.run(messages);

    expect(bench.list.requests.add).toBe(2);
  });

  it('posts nothing for a delivery that is repeated', async () => {
    const bench = new WorkerBench();
    const message = command('a', domains(10));
    await bench.run([message]);

    const [again] = await bench.run([message]);

    expect(again).toEqual({ messageId: message.messageId, kind: 'repeat' });
    expect(bench.list.requests.add).toBe(1);
    expect(bench.published).toHaveLength(1);
  });

  it('posts an indicator once that several requests ask for, and tells each how it stands', async () => {
    const bench = new WorkerBench();
    const first = command('first', domains(3));
    const second = command('second', domains(5));

    await bench.run([first, second]);
    const later = command('later', domains(5));
    await bench.run([later]);

    expect(bench.list.requests.add).toBe(1);
    expect(bench.statuses(first)).toEqual({ enforced: 3 });
    expect(bench.statuses(second)).toEqual({ 'already-enforced': 3, enforced: 2 });
    expect(bench.statuses(later)).toEqual({ 'already-enforced': 5 });
  });

  it('looks at list and rules again only after five minutes', async () => {
    const bench = new WorkerBench();
    await bench.run([command('a', domains(1, 'a'))]);
    bench.pass(299);
    await bench.run([command('b', domains(1, 'b'))]);
    expect(bench.list.requests.inspect).toBe(1);

    bench.pass(2);
    await bench.run([command('c', domains(1, 'c'))]);
    expect(bench.list.requests.inspect).toBe(2);
  });
});

describe('a list that is not enforced', () => {
  const noRule = { kind: 'not-enforced', reason: 'no-rule-uses-list' } as const;

  it('writes nothing to a list that an allow rule uses, and says so', async () => {
    const reason = 'used-by-allow-rule: the allow rule "Partners" uses this list';
    const bench = new WorkerBench(new ListDouble({ enforcement: { kind: 'unsafe', reason } }));
    const message = command('a', domains(2));

    const [result] = await bench.run([message]);

    expect(result?.kind).toBe('done');
    expect(bench.list.requests.add).toBe(0);
    expect(bench.outcome(message)?.indicators).toMatchObject([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
  });

  it('stores on a list without a rule, and says that it has no effect', async () => {
    const bench = new WorkerBench(new ListDouble({ enforcement: noRule }));
    const message = command('a', domains(2));
    await bench.run([message]);
    expect(bench.list.requests.add).toBe(1);
    expect(bench.statuses(message)).toEqual({ 'stored-not-enforced': 2 });
  });

  it('writes nothing there when configured to refuse', async () => {
    const bench = new WorkerBench(new ListDouble({ enforcement: noRule }));
    bench.whenNotEnforced = 'refuse';
    const message = command('a', domains(2));
    await bench.run([message]);
    expect(bench.list.requests.add).toBe(0);
    expect(bench.statuses(message)).toEqual({ rejected: 2 });
  });

  it('reports what was stored as enforced once a block rule uses the list', async () => {
    const bench = new WorkerBench(new ListDouble({ enforcement: noRule }));
    await bench.run([command('a', domains(2))]);
    bench.list.behaviour.enforcement = { kind: 'enforced' };
    bench.pass(301);

    const later = command('b', domains(2));
    await bench.run([later]);

    expect(bench.list.requests.add).toBe(1);
    expect(bench.statuses(later)).toEqual({ 'already-enforced': 2 });
    expect([...bench.table.blocks.values()].map((block) => block.status)).toEqual(['enforced', 'enforced']);
  });
});

describe('answers that cannot be taken at their word', () => {
  it.each([
    ['lost before it arrived', 'lose-before', 2],
    ['stored, and the answer lost', 'lose-after', 1],
  ] as const)('a post %s ends enforced, stored once', async (_title, turn, adds) => {
    const bench = new WorkerBench(new ListDouble({ nextAdds: [turn] }));
    const message = command('a', domains(20));

    await bench.run([message]);

    expect(bench.statuses(message)).toEqual({ enforced: 20 });
    expect(bench.list.requests).toMatchObject({ add: adds, count: 1, find: 0 });
    expect(bench.list.postedTwice.size).toBe(0);
  });

  it('gives the message back when a post is lost again and again', async () => {
    const lost = ['lose-before', 'lose-before', 'lose-before'] as const;
    const bench = new WorkerBench(new ListDouble({ nextAdds: [...lost] }));
    const [result] = await bench.run([command('a', domains(2))]);
    expect(result).toMatchObject({ kind: 'return', retryAfterSeconds: 30 });
    expect(bench.table.openPosts.size).toBe(0);
  });

  it.each(['skip', 'refuse'] as const)(
    'finds what stood there before, when duplicates are answered with %s',
    async (duplicates) => {
      const list = new ListDouble({ duplicates });
      list.addByHand('d1.example');
      const bench = new WorkerBench(list);
      const message = command('a', domains(4));

      await bench.run([message]);

      expect(bench.statuses(message)).toEqual({ enforced: 3, 'already-enforced': 1 });
      expect(bench.table.blocks.get('soc-block/domain:d1.example')).toMatchObject({
        addedBy: 'someone-else',
      });
      expect(bench.list.postedTwice.size).toBe(0);
    },
  );

  it.each([
    ['named', 'refuse-all', true],
    ['named', 'partial', true],
    ['not named', 'refuse-all', false],
    ['not named', 'partial', false],
  ] as const)(
    'isolates refused values that are %s, in a batch that is answered with %s',
    async (_named, mixedBatch, refusalNamesValues) => {
      const refused = new Map([
        ['d3.example', 'high volume domain'],
        ['d77.example', 'high volume domain'],
      ]);
      const bench = new WorkerBench(new ListDouble({ refused, mixedBatch, refusalNamesValues }));
      const message = command('a', domains(100));

      await bench.run([message]);

      expect(bench.statuses(message)).toEqual({ enforced: 98, rejected: 2 });
      expect(bench.list.requests.add).toBeLessThanOrEqual(30);
      expect(bench.list.postedTwice.size).toBe(0);
    },
  );

  it('rejects what is accepted and silently not stored', async () => {
    const dropped = new Set(['d0.example', 'd9.example']);
    const bench = new WorkerBench(new ListDouble({ dropped }));
    const message = command('a', domains(10));
    await bench.run([message]);
    expect(bench.statuses(message)).toEqual({ enforced: 8, rejected: 2 });
    expect(bench.outcome(message)?.indicators[0]?.reason).toMatch(/^not-stored/);
  });

  it('reads the list back when the answer has no count', async () => {
    const bench = new WorkerBench(new ListDouble({ countInAnswer: false }));
    const message = command('a', domains(10));
    await bench.run([message]);
    expect(bench.statuses(message)).toEqual({ enforced: 10 });
    expect(bench.list.requests.find).toBe(1);
  });
});

describe('two workers', () => {
  it('handle the same batch at once without posting anything twice', async () => {
    const bench = new WorkerBench();
    const message = command('a', domains(50));

    const results = await Promise.all([bench.run([message]), bench.run([message])]);

    expect(results.flat().map((result) => result.kind)).toEqual(['done', 'done']);
    expect(bench.list.requests.add).toBe(1);
    expect(bench.list.postedTwice.size).toBe(0);
    expect(bench.statuses(message)).toEqual({ enforced: 50 });
  });

  it('give messages back when the other one holds the lock for too long', async () => {
    const bench = new WorkerBench();
    await bench.table.lock(() => bench.now, new Date('2026-11-22T04:00:00Z')).tryAcquire(organisation);
    const [result] = await bench.run([command('a', domains(1))]);
    expect(result).toMatchObject({ kind: 'return', retryAfterSeconds: 5 });
    expect(bench.list.requests.add).toBe(0);
  });
});

describe('what cannot be done now', () => {
  it('goes back into the queue for as long as the cloud asks, with what was done kept', async () => {
    const bench = new WorkerBench();
    const message = command('a', domains(600));
    const add = bench.list.add.bind(bench.list);
    bench.list.add = async (entries) => {
      if (bench.list.requests.add === 1) throw new RetryLater('429', { retryAfterSeconds: 40 });
      return add(entries);
    };

    const [result] = await bench.run([message]);
    expect(result).toMatchObject({ kind: 'return', retryAfterSeconds: 40 });
    expect(bench.outcome(message)).toBeUndefined();

    bench.list.add = add;
    await bench.run([message]);
    expect(bench.statuses(message)).toEqual({ enforced: 600 });
    expect(bench.list.postedTwice.size).toBe(0);
  });

  it('is reported as failed with the remedy when a person must act, and kept for a redrive', async () => {
    const bench = new WorkerBench();
    const message = command('a', [domain('bad.example')]);
    const inspect = bench.list.inspect.bind(bench.list);
    bench.list.inspect = async () => {
      throw new ConfigurationProblem('The API key lacks the scope policies.rules:read.');
    };

    const [result] = await bench.run([message]);
    expect(result?.kind).toBe('return');
    expect(bench.outcome(message)?.indicators).toMatchObject([
      { status: 'failed', reason: 'The API key lacks the scope policies.rules:read.' },
    ]);
    expect(bench.published.map((event) => event.detailType)).toEqual(['IocNotBlocked']);

    bench.list.inspect = inspect;
    const [redriven] = await bench.run([message]);
    expect(redriven?.kind).toBe('done');
    expect(bench.statuses(message)).toEqual({ enforced: 1 });
  });
});
