import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { IndicatorType } from '../indicator.ts';

/** A type and a value in its canonical spelling, not yet branded as an indicator. */
export interface Recognised<Type extends IndicatorType = IndicatorType> {
  readonly type: Type;
  readonly value: string;
}

/**
 * A single address. Only the four decimal numbers everybody reads alike are IPv4: `0177.0.0.1`, `127.1` and
 * `2130706433` mean one thing to a browser and another to a person, so they are no address here.
 * IPv6 is spelt as RFC 5952 says, and an IPv4 address inside IPv6 (`::ffff:…`) is that IPv4 address.
 * A zone (`%eth0`) names an interface of one machine, so an address with it is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5952
 */
export function recogniseAddress(text: string): Recognised<'ipv4' | 'ipv6'> | undefined {
  const address = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!address.includes(':')) return isIPv4(address) ? { type: 'ipv4', value: address } : undefined;
  if (address.includes('%') || !isIPv6(address)) return undefined;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress()
    ? { type: 'ipv4', value: parsed.toIPv4Address().toString() }
    : { type: 'ipv6', value: parsed.toRFC5952String() };
}

const mappedPrefixLength = 96;

/**
 * A network, as its first address and prefix length: `192.0.2.77/24` → `192.0.2.0/24`.
 * A network of one address is that address.
 */
export function recogniseNetwork(text: string): Recognised<'cidr' | 'ipv4' | 'ipv6'> | undefined {
  const slash = text.lastIndexOf('/');
  const prefixText = text.slice(slash + 1);
  if (slash < 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefixText)) return undefined;
  const written = text.slice(0, slash);
  const address = recogniseAddress(written);
  if (!address || written.startsWith('[')) return undefined;
  const isMapped = address.type === 'ipv4' && written.includes(':');
  const prefixLength = Number(prefixText) - (isMapped ? mappedPrefixLength : 0);
  const bits = address.type === 'ipv4' ? 32 : 128;
  if (prefixLength < 0 || prefixLength > bits) return undefined;
  if (prefixLength === bits) return address;
  return { type: 'cidr', value: networkOf(address, prefixLength) };
}

function networkOf(address: Recognised<'ipv4' | 'ipv6'>, prefixLength: number): string {
  const cidr = `${address.value}/${prefixLength}`;
  return address.type === 'ipv4'
    ? `${ipaddr.IPv4.networkAddressFromCIDR(cidr)}/${prefixLength}`
    : `${ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String()}/${prefixLength}`;
}
