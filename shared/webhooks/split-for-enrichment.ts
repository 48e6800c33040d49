import { largestEventDetailBytes } from '../events/event-publisher.ts';
import { indicatorsPerEvent } from '../events/indicators-per-event.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { EnrichmentPart } from '../requests/received-request.ts';
import { textPieces } from './text-pieces.ts';

/** Leaves room for all of an event but its text. */
const mostTextBytes = largestEventDetailBytes - 10_000;

/**
 * Cuts a request for enrichment into events' worth, numbered from 0: the indicators, then the text.
 * The same request is always cut alike, so that a repeat of a part is recognised by its number.
 */
export function splitForEnrichment(indicators: readonly Indicator[], text = ''): EnrichmentPart[] {
  return [
    ...indicatorsPerEvent(indicators).map((some) => ({ indicators: some })),
    ...textPieces(text, mostTextBytes).map((piece) => ({ indicators: [], text: piece })),
  ].map((contents, part) => ({ part, ...contents }));
}
