import { describe, expect, it } from 'vitest';
import type { FoundEntry } from '#shared/iocs/blocking/block-destination.ts';
import { ListComparison } from '#shared/iocs/reconciliation/list-comparison.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { domain, domains } from '../blocking/worker-bench.ts';
import { commentUntil, standingBlock } from './reconciliation-bench.ts';

const comment = commentUntil('2026-12-31T05:00:00Z');
const observed = {
  enforcementOf: () => ({ kind: 'enforced' as const }),
  readBeganAt: new Date('2026-12-02T02:30:00Z'),
  isWholeList: true,
};

function entry(value: string, number: number, withComment = comment): FoundEntry {
  return { value, entryId: entryNumber(number), comment: withComment };
}

function ours(value: string, number?: number) {
  return standingBlock(domain(value), {
    comment,
    ...(number !== undefined && { entryId: entryNumber(number) }),
  });
}

describe('suspects', () => {
  it('are none where every entry stands as the ledger has it', () => {
    const comparison = new ListComparison();
    comparison.addKnown([ours('a.example', 1), ours('b.example', 2)]);
    comparison.see([entry('a.example', 1), entry('b.example', 2)]);
    expect(comparison.suspects(observed)).toEqual([]);
  });

  it.each<[said: string, entries: FoundEntry[], suspect: object]>([
    ['an absent block', [], { seems: 'removed', sighting: { kind: 'absent' }, entryId: entryNumber(1) }],
    ['a block with another comment', [entry('a.example', 1, 'mine')], { seems: 'taken-over' }],
    ['a block with another id', [entry('a.example', 9)], { seems: 'outdated' }],
  ])('are %s', (_said, entries, suspect) => {
    const comparison = new ListComparison();
    comparison.addKnown([ours('a.example', 1)]);
    comparison.see(entries);
    expect(comparison.suspects(observed)).toEqual([expect.objectContaining(suspect)]);
  });

  it('are no absent ones where the list was not read to its end', () => {
    const comparison = new ListComparison();
    comparison.addKnown([ours('a.example', 1)]);
    expect(comparison.suspects({ ...observed, isWholeList: false })).toEqual([]);
  });

  it('are entries with our comment that the ledger does not know', () => {
    const comparison = new ListComparison();
    comparison.see([entry('a.example', 1), entry('b.example', 2, 'by hand')]);

    expect(comparison.suspects(observed)).toMatchObject([
      { seems: 'unknown', indicator: domain('a.example') },
    ]);
    expect(comparison.notOurs).toEqual({ count: 1, examples: ['b.example'] });
  });
});

describe('what people write', () => {
  it.each(['Bad.Example', 'bad.example.', 'BAD.EXAMPLE'])('%s is known in our spelling', (written) => {
    const comparison = new ListComparison();
    const { comment: _comment, ...block } = ours('bad.example', 1);
    comparison.addKnown([{ ...block, addedBy: 'someone-else' }]);
    comparison.see([entry(written, 1, 'by hand')]);

    expect(comparison.suspects(observed)).toEqual([]);
    expect(comparison.notOurs.count).toBe(0);
  });

  it.each(['', '  ', '*', 'not an indicator', 'https://', '\u0000', 'x'.repeat(10_000)])(
    '%j is of others, and stops nothing',
    (written) => {
      const comparison = new ListComparison();
      comparison.see([entry(written, 1)]);
      expect(comparison.notOurs.count).toBe(1);
    },
  );

  it.each([
    ['before ours', [entry('a.example', 2, 'by hand'), entry('a.example', 1)]],
    ['behind ours', [entry('a.example', 1), entry('a.example', 2, 'by hand')]],
  ])('%s, of the same value, does not hide ours', (_said, entries) => {
    const comparison = new ListComparison();
    comparison.addKnown([ours('a.example', 1)]);
    comparison.see(entries);
    expect(comparison.suspects(observed)).toEqual([]);
  });

  it('is counted once, however often it comes, and a few examples are kept', () => {
    const comparison = new ListComparison();
    const entries = domains(100).map(({ value }, index) => entry(value, index + 1, 'by hand'));
    comparison.see(entries);
    comparison.see(entries);

    expect(comparison.notOurs.count).toBe(100);
    expect(comparison.notOurs.examples).toHaveLength(20);
    expect(comparison.entriesRead).toBe(200);
  });
});
