import { disarmedDot } from './rearm-text.ts';

/** Words further away than this say nothing about a name. */
const farthestWordCharacters = 64;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const newline = 10;

/** The words before a place, on its line and near it, nearest first, in lower case. */
export function wordsBefore(text: string, index: number, mostWords: number): readonly string[] {
  const words: string[] = [];
  const first = Math.max(0, index - farthestWordCharacters);
  let at = index - 1;
  while (at >= first && words.length < mostWords) {
    while (at >= first && !isLetter(text.charCodeAt(at))) {
      if (text.charCodeAt(at) === newline) return words;
      at -= 1;
    }
    const end = at + 1;
    while (at >= first && isLetter(text.charCodeAt(at))) at -= 1;
    if (end > at + 1) words.push(text.slice(at + 1, end).toLowerCase());
  }
  return words;
}

/** What people write in brackets in place of something that they keep to themselves. */
const redaction =
  /^(?:redacted|removed|masked|hidden|censored|saniti[sz]ed|anonymi[sz]ed|omitted|deleted|snip(?:ped)?)(?![a-z])|^(?:\.{2,}|…|\*+|x{2,})/i;

/** What they write in place of something that differs from one victim to the next. */
const variable =
  /^(?:victim|target|company|customer|client|organi[sz]ation|tenant|user ?(?:name)?|random|sub ?domain|your|id|uuid|guid)(?![a-z])/i;

/** Tags that follow a name in a page's text; an element of any name may end there. */
const markupTag = /^(?:\/|(?:br|hr|wbr|p|td|tr|th|li|div|span|b|i|a|em|code|strong)\b)/i;

const longestPlaceholderCharacters = 40;
const openingOf: Readonly<Record<string, string>> = { ']': '[', '}': '{', ')': '(', '>': '<' };
const closingOf: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')', '<': '>' };

/**
 * Whether a bracket that ends right before `index` stands for a part of the name: `[redacted]bad.example` is some
 * name below which nobody knows. A tag of a markup language (`<td>bad.example`) stands for nothing.
 */
export function isPlaceholderBefore(text: string, index: number): boolean {
  const closing = text[index - 1] ?? '';
  const opening = openingOf[closing];
  if (opening === undefined) return false;
  const from = Math.max(0, index - 2 - longestPlaceholderCharacters);
  const near = text.slice(from, index - 1);
  const opened = near.lastIndexOf(opening);
  if (opened < 0) return false;
  const content = near.slice(opened + 1);
  if (closing !== '>') return /[a-z]|^[.*…\s]+$/i.test(content) && !/^[ix]$/i.test(content);
  const before = text[from + opened - 1] ?? '';
  return isLeftOut(content.trim()) || /[/.@_-]/.test(before);
}

/** Whether a bracket that begins at `index` stands for more of the same name: `https://bad.example/<id>/login`. */
export function isPlaceholderAt(text: string, index: number): boolean {
  const closing = closingOf[text[index] ?? ''];
  if (closing === undefined) return false;
  const near = text.slice(index + 1, index + 2 + longestPlaceholderCharacters);
  if (isLeftOut(near.trimStart())) return true;
  const closed = near.indexOf(closing);
  return closed > 0 && !markupTag.test(near) && /^(?:[/\w-]|\.\w)/.test(near.slice(closed + 1, closed + 3));
}

function isLeftOut(content: string): boolean {
  return redaction.test(content) || variable.test(content);
}

/** Whether a bracket that begins at `index` says that something was taken out: `?id=[redacted]`, but not `?user[id]=1`. */
export function isRedactionAt(text: string, index: number): boolean {
  return redaction.test(text.slice(index + 1, index + 1 + longestPlaceholderCharacters));
}

/** Characters that make what follows them a part of something else: a path, a variable, a handle, a longer name. */
const binding: ReadonlySet<string> = new Set('%$@#/\\+~&…');

/** Whether a name that begins at `index` is only the end of something longer. */
export function isBoundBefore(text: string, index: number): boolean {
  const before = text[index - 1];
  if (before === undefined) return false;
  if (before === '\\' && text[index - 2] === '\\') return /[\w\\]/.test(text[index - 3] ?? '');
  if (before === '-') return /[\]})>]/.test(text[index - 2] ?? '');
  if (before === '*') return !isEmphasisBefore(text, index);
  return binding.has(before) || isPlaceholderBefore(text, index);
}

/** Whether the asterisks before `index` are Markdown: two of them, or one with its like at the end of the word. */
function isEmphasisBefore(text: string, index: number): boolean {
  if (text[index - 2] === '*') return text[index - 3] !== '*';
  const end = text.slice(index, index + 256).search(/[\s*]/);
  return end >= 0 && text[index + end] === '*';
}

/** The text as its author meant it, without the marks of {@link disarmedDot}. */
export function withPlainDots(text: string): string {
  return text.includes(disarmedDot) ? text.replaceAll(disarmedDot, '.') : text;
}
