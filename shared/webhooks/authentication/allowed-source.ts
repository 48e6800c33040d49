import ipaddr from 'ipaddr.js';

/**
 * Whether an address lies in one of the ranges. An IPv4 address may be written as IPv6 does (`::ffff:203.0.113.7`);
 * what is no address lies nowhere.
 */
export function isAllowedSource(address: string | undefined, ranges: readonly string[]): boolean {
  if (address === undefined || !ipaddr.isValid(address)) return false;
  const source = ipaddr.process(address);
  return ranges.some((range) => {
    const [network, prefixLength] = ipaddr.parseCIDR(range);
    return network.kind() === source.kind() && source.match([network, prefixLength]);
  });
}
