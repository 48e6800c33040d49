import { describe, expect, it } from 'vitest';
import type { BlockDestination } from '#shared/iocs/blocking/block-destination.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import type { BlockStore, WriterLock } from '#shared/iocs/blocking/block-store.ts';
import type { WorkerPorts } from '#shared/iocs/blocking/worker-ports.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { type ListBehaviour, ListDouble } from './list-double.ts';
import { command, domains, WorkerBench } from './worker-bench.ts';

function mortalPorts(bench: WorkerBench, mortality: Mortality): WorkerPorts {
  const ports = bench.ports();
  const lock: WriterLock = {
    tryAcquire: async (organisation) => {
      const answer = await ports.lock.tryAcquire(organisation);
      if (answer.kind === 'held') return answer;
      const store: BlockStore = mortality.mortal(answer.store);
      const { release } = mortality.mortal({ release: () => answer.release() });
      return { kind: 'acquired', store, release };
    },
  };
  return {
    ...ports,
    lock: mortality.mortal(lock),
    outcomes: mortality.mortal(ports.outcomes),
    events: mortality.mortal(ports.events),
  };
}

async function runUntilDeath(bench: WorkerBench, mortality: Mortality, commands: ReturnType<typeof work>) {
  const destination: BlockDestination = mortality.mortal(bench.target().destination);
  const target = { ...bench.target(), destination };
  await blockIndicators([{ list: target, commands }], mortalPorts(bench, mortality)).catch(() => undefined);
}

function work() {
  const all = domains(12);
  return [
    command('first', all.slice(0, 8)),
    command('first', all.slice(8), { part: 1 }),
    command('second', domains(3, 'other')),
  ] as const;
}

/** A list that takes eight entries a post, so that the work needs two posts at least. */
function smallList(behaviour: Partial<ListBehaviour> = {}): ListDouble {
  const list = new ListDouble(behaviour);
  list.mostEntriesPerAdd = 8;
  return list;
}

const situations: { title: string; list: () => ListDouble; rejected: number }[] = [
  { title: 'an ordinary list', list: () => smallList(), rejected: 0 },
  {
    title: 'a list on which some of it stood before',
    list: () => {
      const list = smallList({ duplicates: 'refuse' });
      for (const value of ['d1.example', 'd10.example']) list.addByHand(value);
      return list;
    },
    rejected: 0,
  },
  {
    title: 'a list that refuses one value without naming it',
    list: () => smallList({ refused: new Map([['d5.example', 'no']]), refusalNamesValues: false }),
    rejected: 1,
  },
  {
    title: 'a list that takes part of a refused batch',
    list: () => smallList({ refused: new Map([['d5.example', 'no']]), mixedBatch: 'partial' }),
    rejected: 1,
  },
  {
    title: 'a list that loses the answer of the first post',
    list: () => smallList({ nextAdds: ['lose-after'] }),
    rejected: 0,
  },
];

describe('a worker that dies at any of its calls', () => {
  it.each(situations)(
    'loses nothing and posts nothing twice, on $title',
    async ({ title, list, rejected }) => {
      const healthy = new Mortality();
      await runUntilDeath(new WorkerBench(list()), healthy, work());
      expect(healthy.calls).toBeGreaterThan(12);
      console.info(`${2 * healthy.calls} points of death on ${title}`);

      for (const death of deathsAmong(healthy.calls)) {
        const bench = new WorkerBench(list());
        await runUntilDeath(bench, new Mortality(death), work());
        // Its lock ends with its time, and the queue delivers the messages again.
        bench.pass(200);
        const results = await bench.run(work());

        const where = `killed ${death.when} call ${death.call} of ${healthy.calls}`;
        expect(
          results.filter((result) => result.kind === 'return'),
          where,
        ).toEqual([]);
        expect(bench.list.postedTwice.size, where).toBe(0);
        expect(bench.table.openPosts.size, where).toBe(0);
        const outcomes = [...bench.table.outcomes.values()].flatMap((outcome) => outcome.indicators);
        expect(outcomes, where).toHaveLength(15);
        const blocked = outcomes.filter(({ status }) => ['enforced', 'already-enforced'].includes(status));
        expect(blocked, where).toHaveLength(15 - rejected);
        expect(bench.published.length, where).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
