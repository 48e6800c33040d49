import { test } from 'vitest';
import type { StandingBlock } from '#shared/iocs/block.ts';
import type { FoundEntry } from '#shared/iocs/blocking/block-destination.ts';
import { ListComparison } from '#shared/iocs/reconciliation/list-comparison.ts';
import { entryNumber } from '../shared/iocs/blocking/entry-number.ts';
import { domains } from '../shared/iocs/blocking/worker-bench.ts';
import { commentUntil, standingBlock } from '../shared/iocs/reconciliation/reconciliation-bench.ts';

const readBeganAt = new Date('2026-12-02T02:30:00Z');
const comment = commentUntil('2026-12-31T05:00:00Z');

test.for([10_000, 250_000])(
  'reconcile-lists: %d entries that are as the ledger has them',
  async (count, { bench }) => {
    const indicators = domains(count);
    const blocks: StandingBlock[] = indicators.map((indicator, index) =>
      standingBlock(indicator, { comment, entryId: entryNumber(index + 1) }),
    );
    const entries: FoundEntry[] = indicators.map(({ value }, index) => ({
      value,
      entryId: entryNumber(index + 1),
      comment,
    }));
    // The vendor's pages take minutes; this is what is left for the function to do.
    await bench('compared in memory', () => {
      const comparison = new ListComparison();
      comparison.addKnown(blocks);
      comparison.see(entries);
      comparison.suspects({ enforcementOf: () => ({ kind: 'enforced' }), readBeganAt, isWholeList: true });
    }).run({ iterations: 5, time: 0, warmup: false });
  },
);
