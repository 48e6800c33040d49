import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStanding } from '#shared/iocs/block.ts';
import { parseEntryComment } from '#shared/iocs/blocking/entry-comment.ts';
import { indicatorKey } from '#shared/iocs/indicator.ts';
import { ListDouble } from '../blocking/list-double.ts';
import { domain, listName } from '../blocking/worker-bench.ts';
import { commentUntil, ReconciliationBench } from './reconciliation-bench.ts';

const values = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'f.example'];
const value = fc.constantFrom(...values);
const hour = fc.constantFrom(
  '2026-11-30T05:00:00.000Z',
  '2026-12-02T03:00:00.000Z',
  '2026-12-31T05:00:00.000Z',
);

/** What may happen to a list and its ledger between two comparisons. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('block' as const), value, leaseUntil: hour }),
  fc.record({ kind: fc.constant('add-by-hand' as const), value }),
  fc.record({ kind: fc.constant('remove-by-hand' as const), value }),
  fc.record({
    kind: fc.constant('change-comment' as const),
    value,
    comment: fc.constantFrom('', 'mine', 'CASE-42'),
  }),
  fc.record({ kind: fc.constant('lose-row' as const), value }),
  fc.record({ kind: fc.constant('lose-ledger' as const) }),
  fc.record({ kind: fc.constant('change-rules' as const), isEnforced: fc.boolean() }),
  fc.record({ kind: fc.constant('compare' as const) }),
);

class World {
  readonly bench = new ReconciliationBench(pagesOf(2));

  async apply(happened: typeof event extends fc.Arbitrary<infer E> ? E : never): Promise<void> {
    const { list, table } = this.bench;
    switch (happened.kind) {
      case 'block':
        // The worker posts only what neither the ledger nor the list has.
        if (!list.stored.has(happened.value) && !this.#isStanding(happened.value)) {
          this.bench.block(domain(happened.value), { leaseUntil: happened.leaseUntil });
        }
        break;
      case 'add-by-hand':
        if (!list.stored.has(happened.value)) list.addByHand(happened.value);
        break;
      case 'remove-by-hand':
        list.stored.delete(happened.value);
        break;
      case 'change-comment': {
        const entry = list.stored.get(happened.value);
        if (entry) list.stored.set(happened.value, { ...entry, comment: happened.comment });
        break;
      }
      case 'lose-row':
        table.blocks.delete(`${listName}/${indicatorKey(domain(happened.value))}`);
        break;
      case 'lose-ledger':
        table.blocks.clear();
        break;
      case 'change-rules':
        list.behaviour.enforcement = happened.isEnforced
          ? { kind: 'enforced' }
          : { kind: 'not-enforced', reason: 'no-rule-uses-list: none' };
        break;
      case 'compare':
        await this.compare();
    }
  }

  async compare() {
    // What was changed a moment ago is left to the next comparison.
    this.bench.time.pass(60_000);
    this.bench.finishBy = new Date(this.bench.time.now().getTime() + 900_000);
    return this.bench.compare();
  }

  #isStanding(blocked: string): boolean {
    const block = this.bench.ledgerHas(domain(blocked));
    return block !== undefined && isStanding(block);
  }
}

function pagesOf(entriesPerPage: number): ListDouble {
  const list = new ListDouble();
  list.entriesPerPage = entriesPerPage;
  return list;
}

describe('whatever happened to list and ledger', () => {
  it('after a comparison they agree, the list is untouched, and another comparison changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const world = new World();
        const { bench } = world;
        for (const happened of events) await world.apply(happened);
        const listBefore = new Map(bench.list.stored);

        await world.compare();

        expect(bench.list.stored).toEqual(listBefore);
        expect(bench.list.requests).toMatchObject({ add: 0, remove: 0 });
        const { enforcement } = bench.list.behaviour;
        for (const each of values) {
          const entry = bench.list.stored.get(each);
          const block = bench.ledgerHas(domain(each));
          const isOurs = entry !== undefined && parseEntryComment(entry.comment) !== undefined;
          if (isOurs) expect(block, each).toMatchObject({ addedBy: 'us', comment: entry.comment });
          if (!block || !isStanding(block)) continue;
          expect(entry, `${each} stands in the ledger`).toBeDefined();
          expect(block.entryId).toBe(entry?.id);
          expect(block.addedBy).toBe(isOurs ? 'us' : 'someone-else');
          expect(block.leaseUntil !== undefined).toBe(isOurs);
          expect(block.status).toBe(enforcement.kind === 'enforced' ? 'enforced' : 'stored-not-enforced');
        }
        expect((await world.compare()).rowsPutRight).toBe(0);
        expect(bench.list.stored).toEqual(listBefore);
      }),
      { numRuns: 300 },
    );
  });

  it('a block that was rebuilt ends as its comment says, or within eight days where that is past', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, hour)), async (entries) => {
        const { bench } = new World();
        for (const [each, leaseUntil] of entries) bench.list.addWithComment(each, commentUntil(leaseUntil));
        const now = bench.time.now().getTime();

        await bench.compare();

        for (const [each, { comment }] of bench.list.stored) {
          const said = parseEntryComment(comment)?.leaseUntil.getTime() ?? 0;
          const block = bench.ledgerHas(domain(each));
          const leaseUntil = Date.parse(block?.leaseUntil ?? '');
          if (said > now) expect(leaseUntil).toBe(said);
          else expect((leaseUntil - now) / 86_400_000).toBeCloseTo(7, 0);
        }
      }),
      { numRuns: 50 },
    );
  });
});
