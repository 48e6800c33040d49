import type { Indicator } from '../../../iocs/indicator.ts';
import { parseIndicator } from '../../../iocs/parse-indicator.ts';
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

/** What nearly every entry is spelled in already, and need not be parsed to know it. */
const canonicalSpelling = /^[a-z0-9_.-]*[a-z0-9_]$/;

/** The value as an indicator would have it: a person may have typed `Evil.Example.` or an address in capitals. */
export function canonicalValue(value: string): string {
  if (canonicalSpelling.test(value)) return value;
  const parsed = parseIndicator(value);
  return parsed.kind === 'indicator' ? parsed.indicator.value : value;
}
