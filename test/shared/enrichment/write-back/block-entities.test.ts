import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnrichable } from '#shared/cisco/xdr/observable.ts';
import { externalIdPrefix } from '#shared/cisco/xdr/private-intelligence/external-id.ts';
import {
  blockMark,
  type EnforcedBlock,
  judgementOf,
  sightingOf,
} from '#shared/enrichment/write-back/block-entities.ts';
import { indicatorSchema } from '#shared/iocs/indicator.ts';
import { listName } from '../../iocs/blocking/worker-bench.ts';

interface Essence {
  readonly value: string;
  readonly listId: number;
  readonly firstSeenAt: string;
  readonly leaseUntil: string;
}

const instants = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const essences: fc.Arbitrary<Essence> = fc.record({
  value: fc.oneof(fc.domain(), fc.ipV4(), fc.webUrl(), fc.string({ minLength: 1 })),
  listId: fc.integer({ min: 1 }),
  firstSeenAt: instants,
  leaseUntil: instants,
});

function blockOf({ value, listId, firstSeenAt, leaseUntil }: Essence, askedBy = 'Splunk'): EnforcedBlock {
  const indicator = indicatorSchema.parse({ type: 'domain', value });
  if (!isEnrichable(indicator)) throw new Error('a domain is');
  const verifiedAt = new Date(firstSeenAt);
  return { indicator, list: { name: listName, id: listId }, firstSeenAt, verifiedAt, leaseUntil, askedBy };
}

describe('the external ids of a block', () => {
  it('are the same for the same block, whoever reports it again', () => {
    fc.assert(
      fc.property(essences, fc.string(), (essence, askedBy) => {
        const [one, other] = [blockOf(essence), blockOf(essence, askedBy)];
        expect(judgementOf(other).externalId).toBe(judgementOf(one).externalId);
        expect(sightingOf(other).externalId).toBe(sightingOf(one).externalId);
      }),
    );
  });

  it('are distinct for another indicator, list, beginning or end', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(essences, { minLength: 2, maxLength: 20, selector: JSON.stringify }),
        (some) => {
          const ids = some
            .map((essence) => blockOf(essence))
            .flatMap((block) => [judgementOf(block).externalId, sightingOf(block).externalId]);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });

  it('are shared by all judgements about an indicator on a list in one, which no import takes for ours', () => {
    fc.assert(
      fc.property(essences, instants, (essence, leaseUntil) => {
        const [one, longer] = [blockOf(essence), blockOf({ ...essence, leaseUntil })];
        const mark = blockMark(one.list, one.indicator);
        expect(judgementOf(one).furtherExternalIds).toEqual([mark]);
        expect(judgementOf(longer).furtherExternalIds).toEqual([mark]);
        expect(mark.startsWith(externalIdPrefix)).toBe(false);
      }),
    );
  });
});

it('a title is not longer than XDR takes', () => {
  const value = `${'a'.repeat(1_900)}.example`;
  const block = blockOf({
    value,
    listId: 1,
    firstSeenAt: '2026-01-01T00:00:00Z',
    leaseUntil: '2026-01-02T00:00:00Z',
  });

  expect(sightingOf(block).title.length).toBeLessThan(1_024);
});
