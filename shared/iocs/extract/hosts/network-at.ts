import { recogniseNetwork } from '../../parsing/address.ts';
import type { Found } from '../extracted-indicators.ts';
import type { Reading, Span } from '../reader.ts';
import { rememberAnswers } from '../remember-answers.ts';

/** At the end of a word or a sentence; `198.51.100.7/24/x` is a path. */
const prefixLength = /^\/\d{1,3}(?![\w/]|\.\w)/;
const longestPrefixCharacters = 6;

const networksIn: (written: string) => readonly Found[] = rememberAnswers((written) => {
  const network = recogniseNetwork(written);
  if (!network) return [];
  return [{ kind: network.type === 'cidr' ? 'cidrs' : network.type, value: network.value }];
});

/**
 * The network that an address is when a prefix length follows it in the text; `undefined` when none does.
 * A prefix length that cannot be (`/99`) belongs to the reading all the same: the address was not meant alone.
 */
export function readNetwork(text: string, { start, end }: Span, address: string): Reading | undefined {
  const prefix = prefixLength.exec(text.slice(end, end + longestPrefixCharacters))?.[0];
  if (prefix === undefined) return undefined;
  return { start, end: end + prefix.length, found: networksIn(`${address}${prefix}`) };
}
