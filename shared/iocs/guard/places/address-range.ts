import ipaddr from 'ipaddr.js';

/** First and last address in hexadecimal of fixed length: within one family their order is that of the numbers. */
export interface AddressRange {
  readonly first: string;
  readonly last: string;
}

/**
 * The addresses of a network, or one address.
 * @throws Error when `text` is neither.
 */
export function addressRange(text: string): AddressRange {
  const slash = text.indexOf('/');
  const address = ipaddr.parse(slash < 0 ? text : text.slice(0, slash)).toByteArray();
  const prefixLength = slash < 0 ? address.length * 8 : Number(text.slice(slash + 1));
  if (!Number.isInteger(prefixLength) || prefixLength < 0 || prefixLength > address.length * 8) {
    throw new Error(`${text} is no network: its prefix must be 0 to ${address.length * 8}.`);
  }
  const first: number[] = [];
  const last: number[] = [];
  for (const [index, byte] of address.entries()) {
    const hostBits = 0xff >> Math.min(8, Math.max(0, prefixLength - 8 * index));
    first.push(byte & ~hostBits);
    last.push(byte | hostBits);
  }
  return { first: Buffer.from(first).toString('hex'), last: Buffer.from(last).toString('hex') };
}

/** Whether two ranges are of one family and share an address. */
export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.first.length === other.first.length && one.first <= other.last && other.first <= one.last;
}
