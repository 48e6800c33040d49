import ipaddr from 'ipaddr.js';

/** Addresses and networks. */
export interface NetworkSet {
  /** The listed network or address that shares an address with `asked`, which may be either. @throws Error when it is neither. */
  match(asked: string): string | undefined;
}

/** First and last address in hexadecimal of fixed length: within one family their order is that of the numbers. */
interface AddressRange {
  readonly first: string;
  readonly last: string;
}

/**
 * A set of networks that is asked by halving: two networks are either apart or one lies in the other, so once the
 * inner ones are left out, the rest is in order by its first addresses and by its last ones alike.
 * @throws Error when one of them is neither a network nor an address.
 */
export function networkSet(networks: Iterable<string>): NetworkSet {
  const families = new Map<number, (AddressRange & { readonly network: string })[]>();
  for (const network of networks) {
    const range = rangeOf(network);
    const family = families.get(range.first.length) ?? [];
    families.set(range.first.length, family);
    family.push({ ...range, network });
  }
  for (const [digits, family] of families) families.set(digits, outermost(family));
  return {
    match(asked) {
      const range = rangeOf(asked);
      const family = families.get(range.first.length) ?? [];
      const candidate = family[countUpTo(family, range.last) - 1];
      return candidate && candidate.last >= range.first ? candidate.network : undefined;
    },
  };
}

function outermost<T extends AddressRange>(ranges: readonly T[]): T[] {
  const inOrder = ranges.toSorted((one, other) => {
    if (one.first !== other.first) return one.first < other.first ? -1 : 1;
    return one.last > other.last ? -1 : 1;
  });
  const kept: T[] = [];
  for (const range of inOrder) {
    const previous = kept.at(-1);
    if (!previous || range.first > previous.last) kept.push(range);
  }
  return kept;
}

/** How many of the ranges begin at `address` or before it. */
function countUpTo(ranges: readonly AddressRange[], address: string): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const range = ranges[middle];
    if (range !== undefined && range.first <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeOf(text: string): AddressRange {
  const slash = text.indexOf('/');
  const address = ipaddr.parse(slash < 0 ? text : text.slice(0, slash)).toByteArray();
  const prefixLength = slash < 0 ? address.length * 8 : Number(text.slice(slash + 1));
  if (!Number.isInteger(prefixLength) || prefixLength < 0 || prefixLength > address.length * 8) {
    throw new Error(`${text} is no network: its prefix must be 0 to ${address.length * 8}.`);
  }
  const hostBits = address.map((_, index) => 0xff >> Math.min(8, Math.max(0, prefixLength - 8 * index)));
  return {
    first: hexadecimal(address.map((byte, index) => byte & ~(hostBits[index] ?? 0))),
    last: hexadecimal(address.map((byte, index) => byte | (hostBits[index] ?? 0))),
  };
}

function hexadecimal(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
