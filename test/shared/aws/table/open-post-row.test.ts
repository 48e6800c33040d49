import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPostIn, openPostRow } from '#shared/aws/table/open-post-row.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import type { OpenPost, PendingEntry } from '#shared/iocs/blocking/open-post.ts';
import { indicatorTypes, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const reports: PendingEntry['reports'] = [
  { requestId: deriveRequestId('test', '1'), reportedAt: '2026-11-22T03:00:00.000Z' },
];

function post(first: PendingEntry, ...others: PendingEntry[]): OpenPost {
  return {
    postId: 'post-1',
    destinationList: destinationListNameSchema.parse('soc-block'),
    entries: [first, ...others],
    openedAt: '2026-11-22T03:00:05.000Z',
    entryCountBefore: 7,
  };
}

const entry: fc.Arbitrary<PendingEntry> = fc.record({
  indicator: fc.record({
    type: fc.constantFrom(...indicatorTypes),
    value: fc.string({ minLength: 1, maxLength: 60 }).map((value) => indicatorValueSchema.parse(value)),
  }),
  comment: fc.constantFrom('one', 'two'),
  reports: fc.constant(reports),
  leaseUntil: fc.constantFrom('2026-12-22T03:00:00.000Z', '2026-11-29T03:00:00.000Z'),
});

describe('a post that is written down', () => {
  it('is read back with every entry as it was, those that share all else side by side', () => {
    fc.assert(
      fc.property(entry, fc.array(entry, { maxLength: 30 }), (first, others) => {
        const stored: unknown = JSON.parse(JSON.stringify(openPostRow(post(first, ...others))));
        const read = openPostIn(stored);
        expect(read).toMatchObject({ postId: 'post-1', destinationList: 'soc-block', entryCountBefore: 7 });
        expect(read.entries).toHaveLength(1 + others.length);
        expect(new Set(read.entries.map((each) => JSON.stringify(sorted(each))))).toEqual(
          new Set([first, ...others].map((each) => JSON.stringify(sorted(each)))),
        );
      }),
    );
  });

  it('by an earlier version, each entry in full, is read too', () => {
    const [first, second] = fc.sample(entry, { numRuns: 2, seed: 1 });
    if (!first || !second) throw new Error('two were asked for');
    expect(openPostIn({ pk: 'POSTS#main', sk: 'OPEN#soc-block', ...post(first, second) })).toEqual(
      post(first, second),
    );
  });
});

/** The members in one order, whatever the order in which they were put together. */
function sorted({ indicator, comment, reports: told, leaseUntil }: PendingEntry) {
  return { type: indicator.type, value: indicator.value, comment, told, leaseUntil };
}
