import type { Found } from './extracted-indicators.ts';

/** Part of a text, from `start` up to but not including `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A part of the text that a reader understood. Without `found` it is known to be no indicator, and no later
 * reader shall take a part of it for one: the host of an `ldap://` address, the domain of a Message-ID.
 */
export interface Reading extends Span {
  readonly found?: readonly Found[];
}

/**
 * Looks for one kind of thing in a part of the text, and answers with what it understood, in order and without
 * overlaps. It sees the whole text, since what stands around a name decides what the name is.
 */
export type Reader = (text: string, span: Span) => readonly Reading[];

/** Lets each reader look at what the readers before it have left, and reports what is found in text order. */
export function readInTurn(
  readers: readonly Reader[],
  text: string,
  span: Span,
  report: (found: Found) => void,
  turn = 0,
): void {
  const reader = readers[turn];
  if (!reader || span.start >= span.end) return;
  let { start } = span;
  for (const reading of reader(text, span)) {
    readInTurn(readers, text, { start, end: reading.start }, report, turn + 1);
    reading.found?.forEach(report);
    start = reading.end;
  }
  readInTurn(readers, text, { start, end: span.end }, report, turn + 1);
}
