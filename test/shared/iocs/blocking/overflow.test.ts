import { describe, expect, it } from 'vitest';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { ListDouble } from './list-double.ts';
import { command, domain, domains, WorkerBench } from './worker-bench.ts';

const second = destinationListNameSchema.parse('soc-block-2');
const third = destinationListNameSchema.parse('soc-block-3');

/** A list that takes `mostEntries` and two that take its overflow, five entries each. */
function chain(mostEntries: number) {
  const bench = new WorkerBench();
  bench.mostEntries = mostEntries;
  const lists = { second: new ListDouble(), third: new ListDouble() };
  const rest = { ...bench.target(), mostEntries: 5 };
  const last = { ...rest, name: third, id: 7001239, destination: lists.third };
  bench.overflow = { ...rest, name: second, id: 7001238, destination: lists.second, overflow: last };
  return { bench, ...lists };
}

describe('a list without room', () => {
  it('passes the rest to its overflow, and that on, and says where each went', async () => {
    const { bench, second: two, third: three } = chain(10);
    const message = command('a', domains(18));

    await bench.run([message]);

    expect([bench.list.stored.size, two.stored.size, three.stored.size]).toEqual([10, 5, 3]);
    expect(bench.statuses(message)).toEqual({ enforced: 18 });
    const overflowed = bench.outcome(message)?.indicators.map(({ overflowedTo }) => overflowedTo?.name);
    expect(new Set(overflowed)).toEqual(new Set([undefined, second, third]));
    expect(bench.block(domain('d17.example'), third)).toMatchObject({
      destinationList: third,
      addedBy: 'us',
    });
  });

  it('is not passed over when something is reported again that went to its overflow', async () => {
    const { bench, second: two } = chain(10);
    await bench.run([command('a', domains(12))]);
    bench.mostEntries = 100;
    bench.pass(400);

    const again = command('b', domains(12));
    await bench.run([again]);

    expect(bench.statuses(again)).toEqual({ 'already-enforced': 12 });
    expect(bench.list.stored.size).toBe(10);
    expect(two.stored.size).toBe(2);
    expect(bench.outcome(again)?.indicators[11]).toMatchObject({
      overflowedTo: { name: second, id: 7001238 },
    });
    expect(bench.block(domain('d11.example'), second)?.reports).toHaveLength(2);
  });

  it('is not looked at twice, and its overflow not at all, while there is room', async () => {
    const { bench, second: two } = chain(10);
    await bench.run([command('a', domains(3))]);
    await bench.run([command('b', domains(3, 'b'))]);
    expect(bench.list.requests.inspect).toBe(1);
    expect(two.requests).toEqual(new ListDouble().requests);
  });

  it('leaves out an overflow that would let through what it holds', async () => {
    const { bench, second: two, third: three } = chain(1);
    two.behaviour.enforcement = { kind: 'unsafe', reason: 'used-by-allow-rule: Partners' };
    await bench.run([command('a', domains(3))]);
    expect([bench.list.stored.size, two.stored.size, three.stored.size]).toEqual([1, 0, 2]);
  });

  it('and no other with room fails what is left, says what to do, and is mended by a redrive', async () => {
    const { bench } = chain(2);
    const message = command('a', domains(14));

    const [result] = await bench.run([message]);

    expect(result).toMatchObject({ kind: 'return', cause: expect.any(ConfigurationProblem) });
    expect(bench.statuses(message)).toEqual({ enforced: 12, failed: 2 });
    const reason = bench.outcome(message)?.indicators.at(-1)?.reason;
    expect(reason).toMatch(
      /No room for 2 entries: soc-block \(7001234\): 2 of 2.*soc-block-3 \(7001239\): 5 of 5/,
    );
    expect(reason).toMatch(/"mostEntries".*"overflow".*redrive/);

    bench.mostEntries = 10;
    const [redriven] = await bench.run([message]);
    expect(redriven?.kind).toBe('done');
    expect(bench.statuses(message)).toEqual({ enforced: 14 });
  });

  it('is one whose organisation is full, however few stand on it', async () => {
    const bench = new WorkerBench(new ListDouble({ organisationEntryCount: 249_999 }));
    const message = command('a', domains(2));
    await bench.run([message]);
    expect(bench.statuses(message)).toEqual({ enforced: 1, failed: 1 });
  });
});

describe('a full organisation', () => {
  it.each([10, 249_000])('costs a new block no more requests with %i entries', async (entries) => {
    const bench = new WorkerBench(new ListDouble({ organisationEntryCount: entries }));
    for (let index = 0; index < entries; index++) bench.list.addByHand(`old${index}.example`);
    await bench.run([command('a', domains(5))]);
    expect(bench.list.requests).toEqual({ inspect: 1, add: 1, count: 0, find: 0, pages: 0, remove: 0 });
    expect(bench.list.stored.size).toBe(entries + 5);
  });
});
