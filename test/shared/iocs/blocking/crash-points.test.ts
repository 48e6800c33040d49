import { describe, expect, it } from 'vitest';
import { blastRadiusSchema } from '#shared/config/blast-radius.ts';
import { isStanding } from '#shared/iocs/block.ts';
import type { CommandBatch } from '#shared/iocs/blocking/block-command.ts';
import type { BlockDestination } from '#shared/iocs/blocking/block-destination.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import type { BlockStore, WriterLock } from '#shared/iocs/blocking/block-store.ts';
import type { WorkerPorts } from '#shared/iocs/blocking/worker-ports.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { groupDouble, type ListBehaviour, ListDouble } from './list-double.ts';
import { approved, command, domains, heldByGuard, WorkerBench } from './worker-bench.ts';

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
    ledger: mortality.mortal(ports.ledger),
    decisions: mortality.mortal(ports.decisions),
    outcomes: mortality.mortal(ports.outcomes),
    events: mortality.mortal(ports.events),
  };
}

async function runUntilDeath(bench: WorkerBench, mortality: Mortality, commands: CommandBatch = work()) {
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

function smallGroup(behaviour: Partial<ListBehaviour> = {}): ListDouble {
  const group = groupDouble(behaviour);
  group.mostEntriesPerAdd = 8;
  return group;
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
  {
    title: 'a group that keeps no comments, on which some of it stood before',
    list: () => {
      const group = smallGroup();
      for (const value of ['d1.example', 'd10.example']) group.addByHand(value);
      return group;
    },
    rejected: 0,
  },
  {
    title: 'a group that keeps no comments and loses the answer of the first post',
    list: () => smallGroup({ nextAdds: ['lose-after'] }),
    rejected: 0,
  },
];

/** What the ledger would one day remove. */
function takenForOurs(bench: WorkerBench): string[] {
  return [...bench.table.blocks.values()].flatMap((block) =>
    isStanding(block) && block.addedBy === 'us' ? [block.indicator.value] : [],
  );
}

describe('a worker that dies at any of its calls', () => {
  it.each(situations)(
    'loses nothing and posts nothing twice, on $title',
    async ({ title, list, rejected }) => {
      const healthy = new Mortality();
      await runUntilDeath(new WorkerBench(list()), healthy);
      expect(healthy.calls).toBeGreaterThan(12);
      console.info(`${2 * healthy.calls} points of death on ${title}`);

      for (const death of deathsAmong(healthy.calls)) {
        const bench = new WorkerBench(list());
        const byHand = new Set(bench.list.stored.keys());
        await runUntilDeath(bench, new Mortality(death));
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
        const ours = takenForOurs(bench);
        expect(ours, where).toHaveLength(15 - rejected - byHand.size);
        expect(ours.filter((value) => byHand.has(value))).toEqual([]);
        const outcomes = [...bench.table.outcomes.values()].flatMap((outcome) => outcome.indicators);
        expect(outcomes, where).toHaveLength(15);
        const blocked = outcomes.filter(({ status }) => ['enforced', 'already-enforced'].includes(status));
        expect(blocked, where).toHaveLength(15 - rejected);
        expect(bench.published.length, where).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

/** Fifteen new indicators of which one request asks for eight, with room for five of them under its limit. */
function limited(): WorkerBench {
  const bench = new WorkerBench(smallList());
  bench.settings = { ...bench.settings, blastRadius: blastRadiusSchema.parse({ newBlocksPerRequest: 5 }) };
  return bench;
}

describe('a worker that dies while a limit is reached', () => {
  it.each([
    { title: 'a small request', part: 0 },
    { title: 'a request of several parts', part: 1 },
  ])(
    'never posts more than the limit, nor counts anything twice or not at all, for $title',
    async ({ part }) => {
      const messages = () => [command('a', domains(8), { part })] as const;
      const healthy = new Mortality();
      await runUntilDeath(limited(), healthy, messages());

      for (const death of deathsAmong(healthy.calls)) {
        const bench = limited();
        await runUntilDeath(bench, new Mortality(death), messages());
        bench.pass(200);
        await bench.run(messages());

        const where = `killed ${death.when} call ${death.call} of ${healthy.calls}`;
        expect(bench.list.stored.size, where).toBe(5);
        expect(bench.statuses(messages()[0]), where).toEqual({ enforced: 5, held: 3 });
        expect(bench.table.newBlocks.get('day#2026-11-22'), where).toBe(5);
      }
    },
  );
});

describe('a worker that dies over what a person approved', () => {
  it('posts it once, after any of its calls', async () => {
    const messages = heldByGuard(command('a', domains(3)));
    const waiting = async () => {
      const bench = new WorkerBench(smallList());
      await bench.run([messages]);
      bench.decide(messages, 'approve');
      return bench;
    };
    const healthy = new Mortality();
    await runUntilDeath(await waiting(), healthy, [approved(messages)]);

    for (const death of deathsAmong(healthy.calls)) {
      const bench = await waiting();
      await runUntilDeath(bench, new Mortality(death), [approved(messages)]);
      bench.pass(200);
      await bench.run([approved(messages)]);

      const where = `killed ${death.when} call ${death.call} of ${healthy.calls}`;
      expect(bench.statuses(approved(messages)), where).toEqual({ enforced: 3 });
      expect(bench.list.postedTwice.size, where).toBe(0);
      expect(bench.table.newBlocks.get('day#2026-11-22'), where).toBe(3);
    }
  });
});
