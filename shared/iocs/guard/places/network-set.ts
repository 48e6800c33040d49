import { type AddressRange, addressRange } from './address-range.ts';

/** Addresses and networks. */
export interface NetworkSet {
  /** The listed network or address that shares an address with `asked`. */
  match(asked: AddressRange): string | undefined;
}

interface ListedNetwork extends AddressRange {
  readonly network: string;
}

/**
 * A set of networks that is asked by halving: two networks are either apart or one lies in the other, so once the
 * inner ones are left out, the rest is in order by its first addresses and by its last ones alike.
 * @throws Error when one of them is neither a network nor an address.
 */
export function networkSet(networks: Iterable<string>): NetworkSet {
  const byFamily = Map.groupBy(
    [...networks].map((network): ListedNetwork => ({ ...addressRange(network), network })),
    familyOf,
  );
  const inOrder = new Map([...byFamily].map(([family, listed]) => [family, outermost(listed)] as const));
  return {
    match(asked) {
      const listed = inOrder.get(familyOf(asked)) ?? [];
      const candidate = listed[countUpTo(listed, asked.last) - 1];
      return candidate && candidate.last >= asked.first ? candidate.network : undefined;
    },
  };
}

/** IPv4 and IPv6 addresses differ in length. */
function familyOf({ first }: AddressRange): number {
  return first.length;
}

function outermost(listed: readonly ListedNetwork[]): ListedNetwork[] {
  const inOrder = listed.toSorted((one, other) => {
    if (one.first !== other.first) return one.first < other.first ? -1 : 1;
    return one.last > other.last ? -1 : 1;
  });
  const kept: ListedNetwork[] = [];
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
