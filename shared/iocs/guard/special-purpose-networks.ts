import { type AddressRange, addressRange, overlap } from './places/address-range.ts';

/**
 * Networks whose addresses are nobody's on the internet, or everybody's. The first that fits names the reason.
 * A table of our own and not `range()` of ipaddr.js, because a network must be compared with networks too;
 * a test holds it against that library.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const specialPurposeNetworks: readonly { readonly range: AddressRange; readonly reason: string }[] = (
  [
    ['0.0.0.0/8', 'unspecified-address'],
    ['10.0.0.0/8', 'private-address'],
    ['100.64.0.0/10', 'carrier-grade-nat-address'],
    ['127.0.0.0/8', 'loopback-address'],
    ['169.254.0.0/16', 'link-local-address'],
    ['172.16.0.0/12', 'private-address'],
    ['192.0.0.0/24', 'reserved-address'],
    ['192.0.2.0/24', 'documentation-address'],
    ['192.31.196.0/24', 'reserved-address'],
    ['192.52.193.0/24', 'reserved-address'],
    ['192.88.99.0/24', 'reserved-address'],
    ['192.168.0.0/16', 'private-address'],
    ['192.175.48.0/24', 'reserved-address'],
    ['198.18.0.0/15', 'benchmarking-address'],
    ['198.51.100.0/24', 'documentation-address'],
    ['203.0.113.0/24', 'documentation-address'],
    ['224.0.0.0/4', 'multicast-address'],
    ['255.255.255.255/32', 'broadcast-address'],
    ['240.0.0.0/4', 'reserved-address'],
    ['::/128', 'unspecified-address'],
    ['::1/128', 'loopback-address'],
    ['fc00::/7', 'private-address'],
    ['fe80::/10', 'link-local-address'],
    ['ff00::/8', 'multicast-address'],
    ['2001:2::/48', 'benchmarking-address'],
    ['2001::/23', 'reserved-address'],
    ['2001:db8::/32', 'documentation-address'],
    ['2002::/16', 'reserved-address'],
    ['2620:4f:8000::/48', 'reserved-address'],
    ['3fff::/20', 'documentation-address'],
    // Only 2000::/3 is given out on the internet; these three are all the rest.
    ['::/3', 'reserved-address'],
    ['4000::/2', 'reserved-address'],
    ['8000::/1', 'reserved-address'],
  ] as const
).map(([cidr, reason]) => ({ range: addressRange(cidr), reason }));

/**
 * Why an address or a network is not an ordinary one of the internet.
 * @returns One word, or `undefined` when it neither lies in nor reaches into a special-purpose network.
 */
export function specialPurposeOf(asked: AddressRange): string | undefined {
  return specialPurposeNetworks.find(({ range }) => overlap(asked, range))?.reason;
}
