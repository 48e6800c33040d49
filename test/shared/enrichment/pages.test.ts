import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockPartsOf } from '#shared/enrichment/block-parts.ts';
import { fitted, pagesOf } from '#shared/enrichment/pages.ts';
import type { Verdict } from '#shared/enrichment/verdict.ts';
import type { VerdictDecision } from '#shared/enrichment/verdict-decision.ts';
import { largestEventDetailBytes } from '#shared/events/event-publisher.ts';
import { routesToAll } from '../config/routes-to-all.ts';
import { indicator, listName } from './enrichment-bench.ts';

function decision(value: string, more: Partial<VerdictDecision> = {}): VerdictDecision {
  return {
    ...indicator(value),
    action: 'none',
    because: 'No rule fits.',
    investigateUrl: 'https://xdr.example/investigate',
    ...more,
  };
}

/** A verdict with so much evidence, each with a reason of so many characters. */
function verdict(pieces: number, characters: number): Verdict {
  return {
    disposition: 'malicious',
    confidence: 'high',
    agreeingModules: pieces,
    because: 'A says malicious.',
    evidence: Array.from({ length: pieces }, (_, index) => ({
      module: `Module ${index}`,
      moduleInstanceId: `id-${index}`,
      disposition: 'malicious',
      confidence: 'high',
      reason: 'r'.repeat(characters),
    })),
    failures: [],
    at: '2026-01-01T08:00:00.000Z',
    validUntil: '2026-01-02T08:00:00.000Z',
  };
}

describe('the decisions of a part', () => {
  it('are at least one page, so that a part without decisions is recorded too', () => {
    expect(pagesOf([])).toEqual([[]]);
  });

  it('of the largest part fit an event a page, and a transaction all together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 500 })), {
          minLength: 1,
          maxLength: 500,
          size: 'max',
        }),
        (shapes) => {
          const decisions = shapes.map(([pieces, characters], index) =>
            fitted(decision(`d${index}.example`, { verdict: verdict(pieces, characters) })),
          );
          const pages = pagesOf(decisions);
          const bytes = pages.map((page) => Buffer.byteLength(JSON.stringify(page)));
          expect(Math.max(...bytes)).toBeLessThan(largestEventDetailBytes);
          expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(3_500_000);
          expect(pages.flat()).toEqual(decisions);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keep the weightiest evidence where not all has room', () => {
    const { verdict: kept } = fitted(decision('bad.example', { verdict: verdict(20, 500) }));
    expect(kept?.evidence.length).toBeLessThan(20);
    expect(kept?.evidence[0]?.module).toBe('Module 0');
  });
});

describe('the block commands of a part', () => {
  const decisions = [
    decision('bad.example', { action: 'block' }),
    decision('odd.example', { action: 'hold', because: `Rule 2 of the policy: ${'x'.repeat(200)}` }),
    decision('d41d8cd98f00b204e9800998ecf8427e', { action: 'block' }),
    decision('clean.example'),
  ];

  it('are one for each list, numbered by part and place, with what is held', () => {
    const [first, second] = blockPartsOf({ part: 7, decisions }, routesToAll([listName, listName]));
    expect([first?.part, second?.part]).toEqual([70, 71]);
    expect(first?.indicators).toEqual([
      { type: 'domain', value: 'bad.example' },
      { type: 'domain', value: 'odd.example', hold: expect.stringContaining('Rule 2 of the policy') },
    ]);
    expect(first?.indicators[1]?.hold).toHaveLength(100);
  });

  it('are none where nothing is blocked', () => {
    expect(
      blockPartsOf({ part: 0, decisions: [decision('clean.example')] }, routesToAll([listName])),
    ).toEqual([]);
  });
});
