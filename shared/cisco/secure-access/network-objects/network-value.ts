import type { Indicator } from '../../../iocs/indicator.ts';
import type { NetworkValue } from './network-object-group.ts';

/**
 * The indicator as a value of a group; nothing for one that is no address, network or name. A name stands in `addresses`
 * too: the description defines nothing else for it, although it demands a `value`, and Cisco's own Terraform provider
 * writes it so. It is that one name; its subdomains are others.
 */
export function networkValueOf({ type, value }: Indicator): NetworkValue | undefined {
  switch (type) {
    case 'ipv4':
    case 'ipv6':
      return { type: 'host', addresses: [value] };
    case 'cidr':
      return { type: 'network', addresses: [value] };
    case 'domain':
      return { type: 'fqdn', addresses: [value] };
    default:
      return undefined;
  }
}
