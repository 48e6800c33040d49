import type { Indicator } from '../indicator.ts';
import { recogniseAddress } from '../parsing/address.ts';

/** What an indicator points at: a name in the DNS, or an address. Networks, hashes and mail have no host. */
export type IndicatorHost =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'address'; readonly address: string };

/**
 * The host that would be cut off, wholly or in part, if the indicator were blocked.
 * @throws TypeError when a URL is none, which cannot be if it came from `parseIndicator`.
 */
export function hostOf(indicator: Indicator): IndicatorHost | undefined {
  switch (indicator.type) {
    case 'domain':
      return { kind: 'name', name: indicator.value };
    case 'ipv4':
    case 'ipv6':
      return { kind: 'address', address: indicator.value };
    case 'url': {
      const { hostname } = new URL(indicator.value);
      const address = recogniseAddress(hostname)?.value;
      return address === undefined ? { kind: 'name', name: hostname } : { kind: 'address', address };
    }
    default:
      return undefined;
  }
}
