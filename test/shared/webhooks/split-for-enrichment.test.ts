import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connectionNameSchema } from '#shared/config/names.ts';
import { enrichRequestedSchema } from '#shared/events/enrich-requested.ts';
import { largestEventDetailBytes } from '#shared/events/event-publisher.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { enrichRequestedEvent } from '#shared/webhooks/enrich-requested-event.ts';
import { splitForEnrichment } from '#shared/webhooks/split-for-enrichment.ts';

const request = {
  requestId: deriveRequestId('triage', '1'),
  connection: connectionNameSchema.parse('triage'),
  receivedAt: new Date(0),
  urgent: true,
};
const comment = '\u{1f980}'.repeat(50);

it('nothing is no part, and indicators come before the text', () => {
  expect(splitForEnrichment([])).toEqual([]);
  const value = indicatorValueSchema.parse('bad.example');
  expect(splitForEnrichment([{ type: 'domain', value }], 'a text')).toEqual([
    { part: 0, indicators: [{ type: 'domain', value }] },
    { part: 1, indicators: [], text: 'a text' },
  ]);
});

it('every part fits the bus and its contract, whatever the text is written in, and nothing is lost', () => {
  const text = fc
    .tuple(
      fc.constantFrom('a', 'é', '文', '\u{1f980}', '\u0000', '文 '),
      fc.integer({ min: 0, max: 100_000 }),
    )
    .map(([character, length]) => character.repeat(length).slice(0, 100_000));
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 1_200 }), (long, count) => {
      const indicators = Array.from({ length: count }, (_, index) => ({
        type: 'domain' as const,
        value: indicatorValueSchema.parse(`host-${index}.example`),
      }));
      const parts = splitForEnrichment(indicators, long);
      expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index));
      expect(parts.flatMap((part) => part.indicators)).toEqual(indicators);
      expect(parts.map((part) => part.text ?? '').join('')).toBe(long);
      for (const part of parts) {
        const { detail } = enrichRequestedEvent(request, part, { source: comment, ticket: comment });
        expect(Buffer.byteLength(JSON.stringify(detail))).toBeLessThanOrEqual(largestEventDetailBytes);
        expect(enrichRequestedSchema.safeParse(detail).error).toBeUndefined();
      }
    }),
    { numRuns: 40 },
  );
});
