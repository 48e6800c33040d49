import { describe, expect, it } from 'vitest';
import { iocReleasedSchema } from '#shared/events/ioc-released.ts';
import {
  enforcementChangedSchema,
  listDriftedSchema,
  listFillingSchema,
} from '#shared/events/list-events.ts';
import type { FoundEntry } from '#shared/iocs/blocking/block-destination.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { ListDouble } from '../blocking/list-double.ts';
import { domain, domains, listName } from '../blocking/worker-bench.ts';
import { commentUntil, ReconciliationBench, standingBlock } from './reconciliation-bench.ts';

const noRule = { kind: 'not-enforced', reason: 'no-rule-uses-list: no access rule uses this list' } as const;

describe('comparing a list with the ledger', () => {
  it('finds nothing where they agree, writes nothing to the list and says nothing', async () => {
    const bench = new ReconciliationBench();
    for (const indicator of domains(250)) bench.block(indicator);
    await bench.compare();
    const rows = structuredClone(bench.table.blocks);

    const result = await bench.compare();

    expect(result).toMatchObject({
      outcome: 'complete',
      entriesRead: 250,
      rowsPutRight: 0,
      blocksEnforced: 250,
    });
    expect(bench.table.blocks).toEqual(rows);
    expect(bench.published).toEqual([]);
    expect(bench.list.requests).toMatchObject({ add: 0, remove: 0, find: 0 });
  });

  it('learns the ids of new blocks, and writes no other row', async () => {
    const bench = new ReconciliationBench();
    bench.block(domain('known.example'), { entryId: entryNumber(1) });
    bench.block(domain('new.example'));

    expect(await bench.compare()).toMatchObject({ rowsPutRight: 1 });
    expect(bench.ledgerHas(domain('new.example'))).toMatchObject({ entryId: entryNumber(2) });
  });

  it('tells drift both ways in one event, with numbers and examples', async () => {
    const bench = new ReconciliationBench();
    for (const indicator of domains(3, 'gone')) bench.block(indicator);
    bench.block(domain('taken.example'));
    bench.list.stored.clear();
    bench.list.addWithComment('taken.example', 'mine now');
    bench.list.addWithComment('lost.example', commentUntil('2026-12-31T05:00:00Z'));
    bench.list.addByHand('by-hand.example');

    const result = await bench.compare();

    const drift = { removedByHand: 3, takenOver: 1, unknownButOurs: 1, notOurs: 1 };
    expect(result).toMatchObject({ outcome: 'complete', drift, rowsPutRight: 5 });
    const [event] = bench.events('ListDrifted').map((detail) => listDriftedSchema.parse(detail));
    expect(event).toMatchObject({ ...drift, destinationList: { name: listName, id: 7001234 } });
    expect(event?.examples.toSorted()).toEqual(
      ['by-hand', 'gone0', 'gone1', 'gone2', 'lost', 'taken'].map((name) => `${name}.example`),
    );
    expect(bench.standing().toSorted()).toEqual(['lost.example', 'taken.example']);
  });

  it('tells of every block that has ended without us, as of those that we release', async () => {
    const bench = new ReconciliationBench();
    for (const indicator of domains(120, 'gone')) bench.block(indicator);
    bench.block(domain('taken.example'));
    bench.list.stored.clear();
    bench.list.addByHand('taken.example');

    await bench.compare();

    const ended = bench.events('IocReleased').flatMap((detail) => iocReleasedSchema.parse(detail).indicators);
    expect(ended).toHaveLength(121);
    expect(ended.filter(({ because }) => because === 'removed-by-hand')).toHaveLength(120);
    expect(ended).toContainEqual(
      expect.objectContaining({ value: 'taken.example', because: 'taken-over-by-hand' }),
    );
  });

  it('says once what stands there of others, and again when there is more of it', async () => {
    const bench = new ReconciliationBench();
    bench.list.addByHand('a.example');
    await bench.compare();
    await bench.compare();
    expect(bench.events('ListDrifted')).toHaveLength(1);

    bench.list.addByHand('b.example');
    await bench.compare();

    expect(bench.events('ListDrifted')).toHaveLength(2);
  });

  it('gives a message that is repeated after a crash the same event id', async () => {
    const bench = new ReconciliationBench();
    bench.block(domain('gone.example'));
    bench.list.stored.clear();
    const ports = bench.ports();
    const lockUntil = () => ({
      tryAcquire: async () => {
        throw new Error('the function was killed here');
      },
    });
    await expect(bench.compare({ ...ports, lockUntil })).rejects.toThrow();
    bench.time.pass(60_000);

    await bench.compare();

    const ids = bench.events('ListDrifted').map((detail) => listDriftedSchema.parse(detail).eventId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a list that changes while it is read', () => {
  /** Gives the pages as a list does from which `removed` is taken away after the first page. */
  function listThatLoses(removed: string): ListDouble {
    const list = new ListDouble();
    list.entriesPerPage = 10;
    const entries = () =>
      [...list.stored].map(([value, { id, comment }]): FoundEntry => ({ value, entryId: id, comment }));
    list.entries = async function* () {
      yield entries().slice(0, 10);
      list.stored.delete(removed);
      for (let start = 10; start < entries().length; start += 10) yield entries().slice(start, start + 10);
    };
    return list;
  }

  it('loses an entry, and the one that slides between two pages is looked for before it counts as gone', async () => {
    const bench = new ReconciliationBench(listThatLoses('d3.example'));
    for (const indicator of domains(25)) bench.block(indicator);

    const result = await bench.compare();

    expect(result.drift.removedByHand).toBe(0);
    expect(bench.standing()).toHaveLength(25);
    expect(bench.list.requests.find).toBe(1);
    expect((await bench.compare()).drift.removedByHand).toBe(1);
  });

  it('gains an entry, and one that comes on two pages counts once', async () => {
    const list = new ListDouble();
    const bench = new ReconciliationBench(list);
    list.addByHand('a.example');
    const page = [{ value: 'a.example', entryId: entryNumber(1), comment: 'by hand' }];
    list.entries = async function* () {
      yield page;
      yield page;
    };

    expect(await bench.compare()).toMatchObject({ entriesRead: 2, drift: { notOurs: 1 } });
  });

  it('has been posted to: what the ledger has learnt since is not taken for lost', async () => {
    const bench = new ReconciliationBench();
    const indicator = domain('new.example');
    const comment = commentUntil('2026-12-31T05:00:00Z');
    bench.list.addWithComment('new.example', comment);
    const ledger = bench.table.ledger();
    const row = standingBlock(indicator, { comment, verifiedAt: '2026-12-02T02:30:01.000Z' });

    const result = await bench.compare({
      ...bench.ports(),
      ledger: {
        ...ledger,
        async *standingOn(list) {
          yield* ledger.standingOn(list);
          bench.save(row);
        },
      },
    });

    expect(result.drift.unknownButOurs).toBe(0);
    expect(bench.ledgerHas(indicator)).toBe(row);
  });

  it.each<[said: string, entries: number, gone: number]>([
    ['empty although the list counts what it holds', 0, 0],
    ['only half of what the list counts', 50, 0],
    ['nearly all of it', 95, 5],
  ])(
    'a read that gives %s declares %i of 100 entries gone only if it is credible',
    async (_said, given, gone) => {
      const list = new ListDouble();
      const bench = new ReconciliationBench(list);
      for (const indicator of domains(100)) bench.block(indicator);
      const pagesOf = list.entries.bind(list);
      list.entries = async function* () {
        for await (const page of pagesOf()) yield page.slice(0, given);
      };
      list.find = async () => ({ entries: new Map(), entryCount: 100 });

      const result = await bench.compare();

      expect(result.drift.removedByHand).toBe(gone);
      expect(result.outcome).toBe(gone === 0 ? 'partial' : 'complete');
      if (gone === 0) expect(result.explanation).toContain(`gave only ${given} to read`);
    },
  );
});

describe('the rules of a list', () => {
  it('a first comparison tells no change', async () => {
    const bench = new ReconciliationBench(new ListDouble({ enforcement: noRule }));
    await bench.compare();
    expect(bench.events('EnforcementChanged')).toEqual([]);
  });

  it('that no longer enforce it make its blocks stored only, and are told with the number of blocks', async () => {
    const bench = new ReconciliationBench();
    for (const indicator of domains(3)) bench.block(indicator);
    await bench.compare();
    bench.list.behaviour.enforcement = noRule;
    bench.time.pass(1_000);

    const result = await bench.compare();

    expect(result).toMatchObject({
      enforcement: 'not-enforced',
      enforcementReason: noRule.reason,
      blocksEnforced: 0,
    });
    expect(enforcementChangedSchema.parse(bench.events('EnforcementChanged')[0])).toMatchObject({
      was: 'enforced',
      now: 'not-enforced',
      reason: noRule.reason,
      blocks: 3,
    });
    expect(bench.ledgerHas(domain('d0.example'))).toMatchObject({ status: 'stored-not-enforced' });
    expect(bench.table.listStates.get(listName)).toMatchObject({ enforcement: noRule, entryCount: 3 });
  });

  it('that enforce it again make them enforced', async () => {
    const bench = new ReconciliationBench(new ListDouble({ enforcement: noRule }));
    bench.block(domain('bad.example'));
    await bench.compare();
    bench.list.behaviour.enforcement = { kind: 'enforced' };
    bench.time.pass(1_000);

    expect(await bench.compare()).toMatchObject({ blocksEnforced: 1 });
    expect(bench.ledgerHas(domain('bad.example'))).toMatchObject({ status: 'enforced' });
  });
});

describe('an Umbrella organisation', () => {
  const allowList = { id: 9, name: 'Partners', access: 'allow', entryCount: 2 };

  it.each([
    ['bad.example', ['bad.example'], false],
    ['cdn.bad.example', ['bad.example'], false],
    ['bad.example', ['cdn.bad.example'], true],
    ['bad.example', ['Bad.Example'], false],
    ['notbad.example', ['bad.example'], true],
  ])('whose allow lists hold it: %s beside %j is enforced: %s', async (blocked, allowed, isEnforced) => {
    const bench = new ReconciliationBench();
    bench.edition = 'umbrella';
    bench.otherLists.set(allowList, allowed);
    bench.block(domain(blocked));

    const result = await bench.compare();

    expect(result.blocksEnforced).toBe(isEnforced ? 1 : 0);
    expect(bench.ledgerHas(domain(blocked))).toMatchObject(
      isEnforced
        ? { status: 'enforced' }
        : {
            status: 'stored-not-enforced',
            reason: `overridden-by-allow-list: ${allowed[0]?.toLowerCase()} stands on the allow list "Partners"`,
          },
    );
  });

  it('is enforced again when the allow list no longer holds it', async () => {
    const bench = new ReconciliationBench();
    bench.edition = 'umbrella';
    bench.otherLists.set(allowList, ['bad.example']);
    bench.block(domain('bad.example'));
    await bench.compare();
    bench.otherLists.clear();
    bench.time.pass(1_000);

    expect(await bench.compare()).toMatchObject({ blocksEnforced: 1 });
  });

  it('is the only one whose allow lists are read: elsewhere rules decide', async () => {
    const bench = new ReconciliationBench();
    bench.otherLists.set(allowList, ['bad.example']);
    bench.block(domain('bad.example'));

    expect(await bench.compare()).toMatchObject({ blocksEnforced: 1 });
  });
});

describe('a ledger that was lost', () => {
  it('is rebuilt from the comments: every block with its lease, and nothing that is not ours', async () => {
    const bench = new ReconciliationBench();
    const blocks = domains(300).map((indicator, index) =>
      bench.block(indicator, { leaseUntil: `2026-12-${10 + (index % 20)}T05:00:00.000Z` }),
    );
    for (const { value } of domains(20, 'by-hand')) bench.list.addByHand(value);
    bench.table.blocks.clear();

    const result = await bench.compare();

    expect(result).toMatchObject({ outcome: 'complete', drift: { unknownButOurs: 300, notOurs: 20 } });
    for (const { indicator, leaseUntil, comment } of blocks) {
      expect(bench.ledgerHas(indicator)).toMatchObject({
        addedBy: 'us',
        leaseUntil,
        comment,
        status: 'enforced',
      });
    }
    expect(bench.standing()).toHaveLength(300);
    expect(await bench.compare()).toMatchObject({ rowsPutRight: 0 });
  });
});

describe('time that runs out', () => {
  it('ends the reading: what was not seen is not taken for gone, what was seen counts', async () => {
    const bench = new ReconciliationBench();
    for (const indicator of domains(1_000)) bench.block(indicator);
    bench.list.stored.delete('d0.example');
    bench.list.stored.delete('d999.example');
    // Ten pages take 0.9 s; a minute is kept for putting right.
    const finishBy = new Date(bench.time.now().getTime() + 120_000);
    const ports = { ...bench.ports(), finishBy };
    const entries = bench.list.entries.bind(bench.list);
    bench.list.entries = async function* () {
      for await (const page of entries()) {
        bench.time.pass(20_000);
        yield page;
      }
    };

    const result = await bench.compare(ports);

    expect(result).toMatchObject({ outcome: 'partial', entriesRead: 300, drift: { removedByHand: 0 } });
    expect(result.explanation).toContain('The time was over after 300 entries');
    expect(result.rowsPutRight).toBe(300);
  });
});

describe('the pace', () => {
  it('is at most ten pages a second, so that the block worker keeps its share of the hourly limit', async () => {
    const bench = new ReconciliationBench();
    for (const indicator of domains(2_500)) bench.block(indicator, { entryId: entryNumber(1) });
    const began = bench.time.now().getTime();

    await bench.compare();

    expect(bench.list.requests.pages).toBe(25);
    expect(bench.time.now().getTime() - began).toBeGreaterThanOrEqual(2_400);
  });
});

describe('how full a list is', () => {
  it('is remembered each day, and told when it fills', async () => {
    const bench = new ReconciliationBench();
    bench.mostEntries = 100;
    for (let day = 0; day < 3; day += 1) {
      for (const indicator of domains(20, `day${day}-`)) bench.block(indicator);
      await bench.compare();
      bench.time.pass(86_400_000);
      bench.finishBy = new Date(bench.time.now().getTime() + 900_000);
    }

    expect(bench.records.records.get(listName)?.dailyCounts.map(({ entryCount }) => entryCount)).toEqual([
      20, 40, 60,
    ]);
    expect(bench.events('ListFilling').map((detail) => listFillingSchema.parse(detail))).toEqual([
      expect.objectContaining({
        entryCount: 60,
        mostEntries: 100,
        organisationEntryCount: 60,
        fullOn: '2026-12-06',
      }),
    ]);
  });

  it('counts all lists of the organisation, those of others too', async () => {
    const bench = new ReconciliationBench();
    bench.otherLists.set({ id: 1, name: 'Others', access: 'none', entryCount: 249_000 }, []);

    const { capacity } = await bench.compare();

    expect(capacity).toMatchObject({ entryCount: 0, organisationEntryCount: 249_000, isFilling: true });
  });
});
