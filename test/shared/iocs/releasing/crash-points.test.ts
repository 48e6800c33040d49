import { describe, expect, it } from 'vitest';
import { iocReleasedSchema } from '#shared/events/ioc-released.ts';
import type { WriterLock } from '#shared/iocs/blocking/block-store.ts';
import { releaseEndedLeases } from '#shared/iocs/releasing/release-ended-leases.ts';
import type { ReleaseList, ReleasePorts } from '#shared/iocs/releasing/release-ports.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { type ListBehaviour, ListDouble } from '../blocking/list-double.ts';
import { listName } from '../blocking/worker-bench.ts';
import { ReleaseBench } from './release-bench.ts';

const later = '2026-11-22T06:00:00.000Z';
const dueCount = 60;

function mortalPorts(bench: ReleaseBench, mortality: Mortality): ReleasePorts {
  const ports = bench.ports();
  const lock: WriterLock = {
    tryAcquire: async (organisation) => {
      const answer = await ports.lock.tryAcquire(organisation);
      if (answer.kind === 'held') return answer;
      const { release } = mortality.mortal({ release: () => answer.release() });
      return { kind: 'acquired', store: mortality.mortal(answer.store), release };
    },
  };
  const { blocksOn } = mortality.mortal({ blocksOn: ports.ledger.blocksOn });
  return {
    ...ports,
    lock: mortality.mortal(lock),
    ledger: { ...ports.ledger, blocksOn },
    events: mortality.mortal(ports.events),
  };
}

function benchOf(behaviour: Partial<ListBehaviour>): ReleaseBench {
  const list = new ListDouble(behaviour);
  list.mostEntriesPerRemove = 50;
  const bench = new ReleaseBench(list);
  for (let index = 0; index < dueCount; index++) bench.block(`d${index}.example`);
  bench.list.stored.set('d7.example', { id: entryNumber(7_000), comment: 'ours now, ada' });
  bench.list.stored.delete('d9.example');
  bench.block('renewed.example', { leaseUntil: later });
  bench.list.addByHand('by-hand.example');
  bench.table.listStates.set(listName, {
    entryCount: bench.list.stored.size,
    enforcement: { kind: 'enforced' },
    inspectedAt: later,
  });
  return bench;
}

async function runUntilDeath(bench: ReleaseBench, mortality: Mortality): Promise<void> {
  const destination = mortality.mortal(bench.target().destination);
  const target: ReleaseList = { ...bench.target(), destination };
  await releaseEndedLeases(target, mortalPorts(bench, mortality)).catch(() => undefined);
}

describe('a release that dies at any of its calls', () => {
  it.each<[situation: string, behaviour: Partial<ListBehaviour>]>([
    ['an ordinary list', {}],
    ['a list that tells no count', { countInAnswer: false }],
    ['a list that loses the first answer', { nextRemoves: ['lose-after'] }],
  ])(
    'is completed by the next, tells everything, and removes nothing foreign, on %s',
    async (_, behaviour) => {
      const copy = () => ({ ...behaviour, nextRemoves: [...(behaviour.nextRemoves ?? [])] });
      const healthy = new Mortality();
      await runUntilDeath(benchOf(copy()), healthy);
      expect(healthy.calls).toBeGreaterThan(12);

      for (const death of deathsAmong(healthy.calls)) {
        const bench = benchOf(copy());
        await runUntilDeath(bench, new Mortality(death));
        // Its lock ends with its time, and the next hour tries again.
        bench.pass(200);
        await releaseEndedLeases(bench.target(), bench.ports());

        const where = `killed ${death.when} call ${death.call}, ${healthy.names[death.call - 1]}`;
        expect([...bench.list.stored.keys()].toSorted(), where).toEqual([
          'by-hand.example',
          'd7.example',
          'renewed.example',
        ]);
        const statuses = [...bench.table.blocks.values()].map(({ status }) => status);
        expect(statuses.filter((status) => status === 'released').length, where).toBe(dueCount - 1);
        expect(bench.row('d7.example'), where).toMatchObject({ addedBy: 'someone-else' });
        expect(bench.row('renewed.example'), where).toMatchObject({ status: 'enforced', leaseUntil: later });

        const told = new Map<string, Set<string>>();
        for (const { detail } of bench.published) {
          const { eventId, indicators } = iocReleasedSchema.parse(detail);
          for (const { value } of indicators) told.set(value, (told.get(value) ?? new Set()).add(eventId));
        }
        expect(told.size, where).toBe(dueCount);
        expect(
          [...told.values()].every((eventIds) => eventIds.size === 1),
          where,
        ).toBe(true);
        // A count that stands in the table is right, wherever the first run died.
        const count = bench.table.listStates.get(listName)?.entryCount;
        expect(count ?? bench.list.stored.size, where).toBe(bench.list.stored.size);
      }
    },
  );
});
