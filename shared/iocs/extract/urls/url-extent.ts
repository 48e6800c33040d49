import type { Span } from '../reader.ts';
import { isPlaceholderAt, isRedactionAt } from '../surroundings.ts';
import { isNameCharacter } from '../words.ts';

/** Where a URL ends in its word, and whether all of it was written there. */
export interface UrlExtent {
  readonly end: number;
  /** `false` for a URL that was cut short (`http://bad.example/abc…`) or has a part left out (`/<id>/`). */
  readonly isWhole: boolean;
}

const closingOf: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ["'", "'"],
]);
const closings = ')]}';

/** What ends a URL without a space: HTML, an escape of JSON or a shell, the comma before the next URL of a list. */
const foreignText = /&(?:quot|lt|gt|apos|#39|#34);|\\(?:[nrt]|u00)|[,;)\]'](?:http|https|ftp):\/\//iy;

const mayBeForeign: ReadonlySet<string> = new Set("&\\,;)]'");

/** What ends a sentence or opens a bracket may stand in a URL, and hardly ever at its end. */
const trailing = /[.,;:!?'*([{\\]/;

/**
 * Finds the end of a URL whose host begins at `span.start`. Brackets belong to it when they are balanced.
 * A square bracket after host or path holds a link's text (`https://bad.example[here]`), as AsciiDoc writes it.
 *
 * @param opener What stands right before the URL; when it is a bracket or a quote, its counterpart ends the URL.
 */
export function urlExtent(text: string, span: Span, opener: string | undefined): UrlExtent {
  const stop = balancedEnd(text, span, closingOf.get(opener ?? ''));
  let end = stop;
  while (end > span.start && trailing.test(text[end - 1] ?? '')) end -= 1;
  const isWhole = !isPlaceholderAt(text, stop) && !isTemplateAt(text, stop) && !isCutShort(text, end, stop);
  return { end: isWhole ? end : stop, isWhole };
}

function balancedEnd(text: string, { start, end }: Span, closing: string | undefined): number {
  const open: string[] = [];
  let isInPath = true;
  for (let index = afterBracketedAddress(text, start, end); index < end; index += 1) {
    if (isNameCharacter(text.charCodeAt(index))) continue;
    const character = text[index] ?? '';
    const isClosing = closings.includes(character) || character === closing;
    if (character === '?' || character === '#') isInPath = false;
    else if (isSquareOrCurly(character) && (isInPath || isRedactionAt(text, index))) return index;
    else if (mayBeForeign.has(character) && isForeignAt(text, index)) return index;
    else if (isClosing && open.at(-1) === character) open.pop();
    else if (isClosing && !isInnerBracket(text, index, closing)) return index;
    else if (character !== "'") pushClosing(open, character);
  }
  return end;
}

function isSquareOrCurly(character: string): boolean {
  return character === '[' || character === '{';
}

function isForeignAt(text: string, index: number): boolean {
  foreignText.lastIndex = index;
  return foreignText.test(text);
}

/** A closing bracket that nothing opened, in the middle of a URL that no bracket surrounds: `/s]testing`. */
function isInnerBracket(text: string, index: number, closing: string | undefined): boolean {
  return closing === undefined && /\w/.test(text[index + 1] ?? '');
}

function pushClosing(open: string[], character: string): void {
  const closing = closingOf.get(character);
  if (closing !== undefined) open.push(closing);
}

const longestAddressCharacters = 45;

/** The brackets around an IPv6 address are no others than the host. */
function afterBracketedAddress(text: string, start: number, end: number): number {
  if (text[start] !== '[') return start;
  const near = text.slice(start + 1, Math.min(end, start + longestAddressCharacters + 2));
  const address = /^[0-9a-f:.]+\]/i.exec(near)?.[0];
  return address === undefined ? start : start + 1 + address.length;
}

function isTemplateAt(text: string, index: number): boolean {
  return text[index] === '{';
}

function isCutShort(text: string, end: number, stop: number): boolean {
  return text[stop] === '…' || text.slice(end, stop).includes('..') || text.startsWith('[...]', stop);
}
