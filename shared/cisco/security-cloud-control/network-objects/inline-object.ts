import type { Indicator } from '../../../iocs/indicator.ts';
import type { InlineObject } from './network-group.ts';

/** The indicator as an entry of a group; nothing for one that no firewall knows as a network object. */
export function inlineObjectOf({ type, value }: Indicator): InlineObject | undefined {
  switch (type) {
    case 'ipv4':
    case 'ipv6':
      return { subtype: 'host', value };
    case 'cidr':
      return { subtype: 'cidr', value };
    case 'domain':
      return { subtype: 'fqdn', value };
    default:
      return undefined;
  }
}
