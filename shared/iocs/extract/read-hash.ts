import { recogniseFileHash } from '../parsing/file-hash.ts';
import type { Span } from './reader.ts';
import { isBoundBefore, wordsBefore } from './surroundings.ts';

/** Things of a hash's length that are none of a file, and the words that announce them. */
const otherThings: ReadonlySet<string> = new Set([
  'bitcoin',
  'changeset',
  'changesets',
  'cherry',
  'commit',
  'commits',
  'contract',
  'ethereum',
  'etag',
  'guid',
  'imphash',
  'ja',
  'nonce',
  'revision',
  'salt',
  'session',
  'thumbprint',
  'token',
  'trace',
  'traceid',
  'transaction',
  'txid',
  'uuid',
  'wallet',
]);

/** Right before the value these say that it is a file's, whatever else the line speaks of. */
const fileHashLabels: ReadonlySet<string> = new Set(['md', 'sha']);

const tellingWords = 3;

/**
 * The file hash that a run of name characters is, in lower case; `undefined` for identifiers that are as long:
 * commits, wallets and contracts (`0x…`), sessions, fingerprints of TLS clients.
 * Forty digits without a letter are a number: the odds against such a hash are more than a million to one.
 */
export function readHash(text: string, { start, end }: Span): string | undefined {
  const hash = recogniseFileHash(text.slice(start, end));
  if (!hash || !/[a-f]/.test(hash.value)) return undefined;
  if (isBoundBefore(text, start) || isContainerDigest(text, start)) return undefined;
  const words = wordsBefore(text, start, tellingWords);
  const isLabelled = fileHashLabels.has(words[0] ?? '');
  return !isLabelled && words.some((word) => otherThings.has(word)) ? undefined : hash.value;
}

/** `registry.example/image@sha256:…` names an image of a container, not a file. */
function isContainerDigest(text: string, start: number): boolean {
  return text[start - 1] === ':' && /@sha(?:256|512):$/i.test(text.slice(Math.max(0, start - 8), start));
}
