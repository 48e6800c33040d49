import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionNameSchema, destinationListNameSchema } from '#shared/config/names.ts';
import { blockRequestedSchema } from '#shared/events/block-requested.ts';
import { largestEventDetailBytes } from '#shared/events/event-publisher.ts';
import { type Indicator, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { blockRequestedEvent } from '#shared/webhooks/block-requested-event.ts';
import { splitIntoParts } from '#shared/webhooks/split-into-parts.ts';

const list = (name: string) => destinationListNameSchema.parse(name);
const domains = (count: number): Indicator[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'domain',
    value: indicatorValueSchema.parse(`host-${index}.example`),
  }));

describe('a request is cut into parts', () => {
  it.each([
    [0, []],
    [1, [1]],
    [500, [500]],
    [501, [500, 1]],
    [1000, [500, 500]],
  ])('%i indicators into parts of %j', (count, sizes) => {
    const parts = splitIntoParts(new Map([[list('one'), domains(count)]]));
    expect(parts.map(({ indicators }) => indicators.length)).toEqual(sizes);
  });

  it('that are numbered from 0 over all lists', () => {
    const parts = splitIntoParts(
      new Map([
        [list('one'), domains(501)],
        [list('none'), []],
        [list('two'), domains(1)],
      ]),
    );
    expect(parts.map(({ destinationList, part }) => [destinationList, part])).toEqual([
      ['one', 0],
      ['one', 1],
      ['two', 2],
    ]);
  });

  it('whose events fit the bus, however long the values and in whatever script the comment', () => {
    const comment = '\u{1f980}'.repeat(50);
    const value = fc
      .tuple(fc.integer({ min: 1, max: 2_000 }), fc.constantFrom('a', '"', 'ü'))
      .map(([length, character]) => `http://x.example/${character.repeat(length)}`);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300, size: 'max' }), (values) => {
        const indicators = values.map((text) => ({
          type: 'url' as const,
          value: indicatorValueSchema.parse(text),
        }));
        const parts = splitIntoParts(new Map([[list('one'), indicators]]));
        expect(parts.flatMap((part) => part.indicators)).toEqual(indicators);
        for (const part of parts) {
          const event = blockRequestedEvent(
            {
              requestId: deriveRequestId('feed', '1'),
              connection: connectionNameSchema.parse('feed'),
              receivedAt: new Date(0),
            },
            part,
            { source: comment, ticket: comment },
          );
          expect(Buffer.byteLength(JSON.stringify(event.detail))).toBeLessThanOrEqual(
            largestEventDetailBytes,
          );
          expect(blockRequestedSchema.safeParse(event.detail).error).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
  });
});
