import ipaddr from 'ipaddr.js';

/** The kinds that the cloud tells apart; a CIDR block counts as `ipv4` or `ipv6`. */
export type DestinationType = 'domain' | 'url' | 'ipv4' | 'ipv6';

/** One entry of a destination list. */
export interface Destination {
  readonly id: number;
  readonly destination: string;
  readonly type: DestinationType;
  readonly comment: string;
  readonly createdAt: Date;
}

/** An entry that is about to be stored, before it has an id. */
export type NewDestination = Pick<Destination, 'destination' | 'type' | 'comment'>;

// A domain of two labels or more whose last one is not a number; punycode passes, Unicode does not.
const domainPattern =
  /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * The type that the server gives to a value, or undefined if it takes it for none:
 * white space, wildcards, a trailing dot and names of more than 253 characters are refused.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-destination-lists-overview
 */
export function detectDestinationType(value: string): DestinationType | undefined {
  // First, since most values are domains and the others take far longer to tell.
  if (domainPattern.test(value)) return 'domain';
  if (ipaddr.IPv4.isValidFourPartDecimal(value) || ipaddr.IPv4.isValidCIDRFourPartDecimal(value))
    return 'ipv4';
  if (ipaddr.IPv6.isValid(value) || ipaddr.IPv6.isValidCIDR(value)) return 'ipv6';
  return hostOfUrl(value) === undefined ? undefined : 'url';
}

/** The host of a URL with or without its scheme, or undefined if the value is no URL. */
export function hostOfUrl(value: string): string | undefined {
  if (/[\s*]/.test(value)) return undefined;
  const withScheme = /^https?:\/\//i.test(value) ? value : `http://${value}`;
  const host = URL.parse(withScheme)?.hostname;
  if (host === undefined || !/[/?]/.test(value)) return undefined;
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(host) || host.startsWith('[');
  return isAddress || domainPattern.test(host) ? host : undefined;
}
