import { describe, expect, it } from 'vitest';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { ListDouble } from '../blocking/list-double.ts';
import { domain, listName } from '../blocking/worker-bench.ts';
import { ReconciliationBench } from './reconciliation-bench.ts';

const second = destinationListNameSchema.parse('second');

function twoLists() {
  const bench = new ReconciliationBench();
  const other = new ListDouble();
  return { bench, other, lists: [bench.target(), { ...bench.target(), name: second, destination: other }] };
}

describe('the lists of an organisation', () => {
  it('are compared one by one, and one that fails does not stop the other', async () => {
    const { bench, other, lists } = twoLists();
    bench.list.inspect = async () => {
      throw new ConfigurationProblem('There is no list 7001234: put the right id into the configuration.');
    };
    other.addByHand('by-hand.example');

    expect(await bench.run(lists)).toMatchObject([
      { destinationList: listName, outcome: 'failed', explanation: expect.stringContaining('the right id') },
      { destinationList: second, outcome: 'complete', drift: { notOurs: 1 } },
    ]);
    expect(bench.failures).toHaveLength(1);
  });

  it('fail for an unknown reason without telling what may be a secret', async () => {
    const { bench } = twoLists();
    bench.list.inspect = async () => {
      throw new TypeError('Bearer canary');
    };

    const results = await bench.run();

    expect(JSON.stringify(results)).not.toContain('canary');
    expect(results).toMatchObject([{ explanation: expect.stringContaining('the log of reconcile-lists') }]);
  });

  it('all fail where the organisation does not name its lists, and each says so', async () => {
    const { bench, lists } = twoLists();
    bench.otherLists.keys = () => {
      throw new ConfigurationProblem('The API key lacks a scope.');
    };

    expect(await bench.run(lists)).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
  });

  it('all fail where it cannot be read what was remembered of them, and nothing is thrown', async () => {
    const { bench, lists } = twoLists();
    bench.records.find = async () => {
      throw new Error('a row of another form');
    };

    expect(await bench.run(lists)).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
    expect(bench.failures).toHaveLength(2);
  });

  it('that were not reached in time are the first of the next run', async () => {
    const { bench, lists } = twoLists();
    bench.list.inspect = async () => {
      bench.time.pass(800_000);
      return { enforcement: { kind: 'enforced' }, entryCount: 0, organisationEntryCount: undefined };
    };

    expect(await bench.run(lists)).toMatchObject([
      { destinationList: listName, outcome: 'complete' },
      { destinationList: second, outcome: 'not-reached' },
    ]);

    bench.finishBy = new Date(bench.time.now().getTime() + 900_000);
    expect(await bench.run(lists)).toMatchObject([{ destinationList: second, outcome: 'complete' }, {}]);
  });

  it('leave rows that there is no time to put right to the next run', async () => {
    const { bench } = twoLists();
    for (let index = 0; index < 600; index += 1) bench.block(domain(`d${index}.example`));
    const ports = bench.ports();
    const lockUntil: typeof ports.lockUntil = (until) => ({
      async tryAcquire(organisation) {
        const answer = await ports.lockUntil(until).tryAcquire(organisation);
        bench.time.pass(900_000);
        return answer;
      },
    });

    const [result] = await bench.run([bench.target()], { ...ports, lockUntil });

    expect(result).toMatchObject({
      outcome: 'partial',
      rowsPutRight: 500,
      explanation: 'The time was over with 100 rows still to be put right.',
    });
  });
});

describe('the lock of the writer', () => {
  it('is waited for while another writer holds it, and is never held for the reading', async () => {
    const { bench } = twoLists();
    bench.block(domain('new.example'));
    const worker = bench.table.lock(() => bench.time.now(), new Date(bench.time.now().getTime() + 10_000));
    await worker.tryAcquire(bench.target().organisation);

    expect(await bench.compare()).toMatchObject({ outcome: 'complete', rowsPutRight: 1 });
    expect(bench.time.slept.filter((milliseconds) => milliseconds === 250).length).toBeGreaterThan(30);
  });

  it('is free within half a minute when the function dies with it', async () => {
    const { bench } = twoLists();
    bench.block(domain('new.example'));
    const ports = bench.ports();
    const lockUntil: typeof ports.lockUntil = (until) => ({
      async tryAcquire(organisation) {
        const answer = await ports.lockUntil(until).tryAcquire(organisation);
        if (answer.kind === 'acquired') throw new Error('the function was killed here');
        return answer;
      },
    });
    await bench.run([bench.target()], { ...ports, lockUntil });
    bench.time.pass(30_000);

    const worker = bench.table.lock(() => bench.time.now(), new Date('2027-01-01T00:00:00Z'));
    expect(await worker.tryAcquire(bench.target().organisation)).toMatchObject({ kind: 'acquired' });
  });
});
