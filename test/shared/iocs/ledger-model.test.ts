import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntryComment } from '#shared/iocs/blocking/entry-comment.ts';
import { LedgerWorld } from './ledger-world.ts';

const hourSeconds = 3_600;

const value = fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example');
const request = fc.nat({ max: 20 });
const death = fc.option(
  fc.record({
    call: fc.integer({ min: 1, max: 20 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  { nil: undefined },
);

/** What may happen, in any order. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('report' as const), value, death }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), request }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), value, death }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('roll-back' as const), request, death }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('expire' as const), death }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reconcile' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redeliver' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add-by-hand' as const), value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove-by-hand' as const), value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('change-comment' as const), value }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 800 }) }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(world: LedgerWorld, happened: Step): Promise<void> {
  switch (happened.kind) {
    case 'report':
      return world.report(happened.value, happened.death);
    case 'repeat':
      return world.repeat(happened.request);
    case 'release':
      return world.release(happened.value, happened.death);
    case 'roll-back':
      return world.rollBack(happened.request, happened.death);
    case 'expire':
      return world.expire(happened.death);
    case 'reconcile':
      return world.reconcile();
    case 'redeliver':
      return world.redeliver();
    case 'add-by-hand':
      return world.addByHand(happened.value);
    case 'remove-by-hand':
      return world.removeByHand(happened.value);
    case 'change-comment':
      return world.changeComment(happened.value);
    case 'pass':
      return world.pass(happened.hours * hourSeconds);
  }
}

describe('whatever reports, releases, rollbacks, expiries, people and crashes do to a list', () => {
  it('afterwards list and ledger agree, no lease is overstayed, and nothing foreign was removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const world = new LedgerWorld();
        for (const happened of steps) await take(world, happened);

        await world.redeliver();
        await world.reconcile();
        await world.expire();
        await world.reconcile();

        expect(world.wrongRemovals).toEqual([]);
        const standing = world.standing();
        const ours = standing.filter(({ addedBy }) => addedBy === 'us');
        expect(ours.map(({ indicator }) => indicator.value as string).toSorted()).toEqual(world.ours());
        for (const block of standing) {
          const entry = world.bench.list.stored.get(block.indicator.value);
          expect(entry, block.indicator.value).toBeDefined();
          if (block.addedBy === 'us') {
            expect(entry?.comment).toBe(block.comment);
            expect(new Date(block.leaseUntil ?? 0).getTime()).toBeGreaterThan(
              world.now.getTime() - hourSeconds * 1_000,
            );
          } else {
            expect(parseEntryComment(entry?.comment ?? '')).toBeUndefined();
            expect(block.leaseUntil).toBeUndefined();
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('when the longest lease is over and nobody asked again, nothing of ours stands on the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const world = new LedgerWorld();
        for (const happened of steps) await take(world, happened);
        await world.redeliver();
        await world.reconcile();
        const foreignBefore = [...world.bench.list.stored].filter(
          ([, { comment }]) => !parseEntryComment(comment),
        );

        world.pass(721 * hourSeconds);
        await world.expire();

        expect(world.ours()).toEqual([]);
        expect(world.standing().filter(({ addedBy }) => addedBy === 'us')).toEqual([]);
        expect([...world.bench.list.stored]).toEqual(foreignBefore);
      }),
      { numRuns: 200 },
    );
  });
});
