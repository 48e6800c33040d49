import { recogniseAddress } from './address.ts';
import { recogniseDomain } from './domain.ts';

/** Cisco names no limit; this one is what browsers and proxies agree on, and what an indicator may hold. */
export const longestUrlCharacters = 2_048;

const blockableSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'ftp:']);

const scheme = /^([a-z][a-z0-9+.-]*):\/\//i;

/** Host, optional port, then a path or a query: a URL as it is written without its scheme. */
const withoutScheme = /^([^/?#:@\\]+)(?::\d{1,5})?[/?]/;

export type RecognisedUrl =
  | { readonly kind: 'url'; readonly value: string }
  | { readonly kind: 'not-a-url' }
  | { readonly kind: 'unsupported-scheme' };

/**
 * A URL in one spelling: scheme and host lower case, host in punycode or as canonical address, dots in the path
 * resolved; default port, credentials and fragment dropped. Path and query keep their case.
 * It stays a URL also without a path: blocking its whole host would be more than was asked.
 * Without scheme (`bad.example/login`) it is read as `http`, as an address line does.
 *
 * @see https://url.spec.whatwg.org/
 */
export function recogniseUrl(text: string): RecognisedUrl {
  if (scheme.test(text)) return canonicalUrl(text);
  const host = withoutScheme.exec(text)?.[1];
  const isNamedHost = host !== undefined && (recogniseDomain(host) ?? recogniseAddress(host)) !== undefined;
  return isNamedHost ? canonicalUrl(`http://${text}`) : { kind: 'not-a-url' };
}

function canonicalUrl(text: string): RecognisedUrl {
  const url = URL.parse(text);
  if (!url) return { kind: 'not-a-url' };
  if (!blockableSchemes.has(url.protocol)) return { kind: 'unsupported-scheme' };
  const host = canonicalHost(url.hostname);
  if (host === undefined) return { kind: 'not-a-url' };
  const port = url.port === '' ? '' : `:${url.port}`;
  return { kind: 'url', value: `${url.protocol}//${host}${port}${url.pathname}${url.search}` };
}

function canonicalHost(hostname: string): string | undefined {
  const address = recogniseAddress(hostname);
  if (address) return address.type === 'ipv6' ? `[${address.value}]` : address.value;
  return recogniseDomain(hostname);
}
