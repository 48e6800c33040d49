import { disarmedDot } from './rearm-text.ts';

/** A run of characters between white space, quotes and angle brackets that may hold an indicator. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly hasSlashes: boolean;
  readonly hasAt: boolean;
  readonly hasColons: boolean;
}

const shortestHashCharacters = 32;

const ordinary = 0;
const separating = 1;
const dot = 2;
const colon = 3;
const at = 4;

/** The class of every UTF-16 code unit: a look-up costs less than any comparison. */
const classOf = new Uint8Array(0x10000);
for (let code = 0; code < classOf.length; code += 1) {
  const isSeparating = code < 0x80 ? code <= 0x20 || code === 0x7f : separatesBeyondAscii(code);
  classOf[code] = isSeparating ? separating : ordinary;
}
for (const character of '<>"`|') classOf[character.charCodeAt(0)] = separating;
for (const character of ['.', disarmedDot]) classOf[character.charCodeAt(0)] = dot;
classOf[':'.charCodeAt(0)] = colon;
classOf['@'.charCodeAt(0)] = at;

/** Spaces, typographic quotes, dashes, arrows, box drawing, and the punctuation of East Asian texts. */
function separatesBeyondAscii(code: number): boolean {
  if (code <= 0xbb) return code <= 0xa0 || code === 0xab || code === 0xbb;
  if (code < 0x2000) return false;
  if (code < 0x3000) return code <= 0x206f || (code >= 0x2190 && code <= 0x25ff);
  if (code <= 0x3011) return code < 0x3005 || code > 0x3007;
  if (code < 0xff01) return false;
  return code <= 0xff0c || code === 0xff0f || (code >= 0xff1a && code <= 0xff20);
}

/**
 * Calls `visit` with each word that has a dot inside, `://` or two colons, or is as long as a hash.
 * One pass over the characters without any allocation for the words of ordinary prose: this is what makes
 * extraction as fast as it is.
 */
export function visitWords(text: string, visit: (word: Word) => void): void {
  const classes = classOf;
  const { length } = text;
  let start = 0;
  let isPlain = true;
  let firstDot = length;
  let colons = 0;
  let hasAt = false;
  let hasSlashes = false;
  for (let index = 0; index <= length; index += 1) {
    const current = index < length ? classes[text.charCodeAt(index)] : separating;
    if (current === ordinary) continue;
    if (current === separating) {
      if (!isPlain || index - start >= shortestHashCharacters) {
        // A dot at the end of a word is that of the sentence.
        if (firstDot < index - 1 || hasSlashes || colons > 1 || index - start >= shortestHashCharacters)
          visit({ start, end: index, hasSlashes, hasAt, hasColons: colons > 1 });
        isPlain = true;
        firstDot = length;
        colons = 0;
        hasAt = false;
        hasSlashes = false;
      }
      start = index + 1;
      continue;
    }
    isPlain = false;
    if (current === dot) {
      if (firstDot > index) firstDot = index;
    } else if (current === at) {
      hasAt = true;
    } else {
      colons += 1;
      if (text.startsWith('://', index)) hasSlashes = true;
    }
  }
}

const isNameCode = new Uint8Array(0x10000);
for (let code = 0x80; code < isNameCode.length; code += 1)
  isNameCode[code] = classOf[code] === separating ? 0 : 1;
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.')
  isNameCode[character.charCodeAt(0)] = 1;

/** Whether a character may stand in a host name, an address or a hash as they are written in text. */
export function isNameCharacter(code: number): boolean {
  return isNameCode[code] === 1;
}
