import { describe, expect, it } from 'vitest';
import { blockSchema } from '#shared/iocs/block.ts';
import { entryNumber } from './blocking/entry-number.ts';
import { domain } from './blocking/worker-bench.ts';
import { standingBlock } from './reconciliation/reconciliation-bench.ts';

const { entryId: _none, ...row } = standingBlock(domain('bad.example'));

describe('a block as it was stored', () => {
  it('by an earlier version, with the number of a destination, names its entry by that number', () => {
    expect(blockSchema.parse({ ...row, destinationId: 990_017 })).toEqual({
      ...row,
      entryId: entryNumber(990_017),
    });
  });

  it.each([
    ['without an entry', row],
    ['with the name of an entry', { ...row, entryId: entryNumber(7) }],
    ['by both versions: the newer name counts', { ...row, destinationId: 990_017, entryId: entryNumber(7) }],
  ])('%s is read', (_how, stored) => {
    const { destinationId: _former, ...expected } = { destinationId: 0, ...stored };
    expect(blockSchema.parse(stored)).toEqual(expected);
  });
});
