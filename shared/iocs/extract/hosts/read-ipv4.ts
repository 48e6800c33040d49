import type { Reading, Span } from '../reader.ts';
import { disarmedDot } from '../rearm-text.ts';
import { isBoundBefore, wordsBefore } from '../surroundings.ts';
import { addressOf } from './address-of.ts';
import { readNetwork } from './network-at.ts';

const longestIpv4Characters = 15;

/**
 * The IPv4 address that a run of digits and dots is, or the network if a prefix length follows; `undefined` when it
 * is none. A version number is understood as such, and nothing is found in it.
 */
export function readIpv4(text: string, { start, end }: Span): Reading | undefined {
  if (end - start > longestIpv4Characters) return undefined;
  const written = text.slice(start, end);
  const address = addressOf(written);
  if (address?.type !== 'ipv4' || isPartOfMore(text, start, end)) return undefined;
  const network = readNetwork(text, { start, end }, address.value);
  if (network) return network;
  const isDisarmed = written.includes(disarmedDot);
  if (!isDisarmed && (roundNumber.test(written) || isVersion(text, start, end))) return { start, end };
  return { start, end, found: [{ kind: 'ipv4', value: address.value }] };
}

/** `4.0.0.0` is no machine's address, and many a program's version. */
const roundNumber = /^[1-9]\d*\.0\.0\.0$/;

/** An address may stand behind `@` (`ssh root@192.0.2.1`); in a path, or before a letter, it is something else. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const isAfterAt = text[start - 1] === '@';
  return (!isAfterAt && isBoundBefore(text, start)) || /[\w%*]/.test(text[end] ?? '');
}

/** Right before a number they say that it counts a program or a document. */
const versionWords: ReadonlySet<string> = new Set([
  'v',
  'ver',
  'version',
  'versions',
  'build',
  'builds',
  'release',
  'releases',
  'firmware',
  'revision',
  'rev',
  'section',
  'chapter',
  'oid',
  'sdk',
]);

/** Words between `version` and its number, and between two numbers. */
const joiningWords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'before',
  'than',
  'through',
  'until',
  'is',
  'number',
  'prior',
]);

/** Before `to` they say the same. */
const upgradeWords: ReadonlySet<string> = new Set([
  'prior',
  'up',
  'upgrade',
  'upgraded',
  'update',
  'updated',
  'equal',
]);
const versionAfter = /^ (?:or|and) (?:later|earlier|newer|above|below|older|prior|higher|lower)\b/;

/** Whether a number with four parts is that of a program: `version 9.1.0.3`, `before 7.4.2.1 and later`. */
function isVersion(text: string, start: number, end: number): boolean {
  if (versionAfter.test(text.slice(end, end + 16))) return true;
  const words = wordsBefore(text, start, 4);
  if (words[0] === 'to' && upgradeWords.has(words[1] ?? '')) return true;
  const position = words.findIndex((word) => !joiningWords.has(word) && word !== 'to');
  const word = words[position];
  if (word === undefined || !versionWords.has(word)) return false;
  return !hasOtherNumber(text, start, word);
}

/** Between the word and the address only further versions may stand: in `version 2: 192.0.2.1` the 2 is the version. */
function hasOtherNumber(text: string, start: number, word: string): boolean {
  const near = text.slice(Math.max(0, start - 64), start);
  const between = near.slice(near.toLowerCase().lastIndexOf(word) + word.length);
  return between.split(/[\s,;=("']+/).some((part) => /\d/.test(part) && !/^[\d.]+\.\d+$/.test(part));
}
