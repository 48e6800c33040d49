import { parse } from 'tldts';

/** The name is known to be a host name, so nothing has to be cut out of it. */
const asPlainHostname = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

/**
 * Reserved for documentation, so on no list of suffixes; taken all the same, since documentation, tests and
 * trials of this project name hosts below it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.5
 */
const documentationSuffix = 'example';

/**
 * The public suffix of a host name in canonical spelling, private section included (`github.io`), when the name
 * lies below it; `undefined` for a name that no registry gives out: an unknown suffix, a suffix by itself, or the
 * reverse name of an address.
 *
 * @see https://publicsuffix.org/
 */
export function publicSuffixOf(name: string): string | undefined {
  const { publicSuffix, domain, isIcann, isPrivate } = parse(name, asPlainHostname);
  if (publicSuffix === null || domain === null) return undefined;
  if (publicSuffix === documentationSuffix) return publicSuffix;
  const isListed = isIcann === true || isPrivate === true;
  return isListed && !publicSuffix.endsWith('arpa') ? publicSuffix : undefined;
}

/** Whether a name is itself a suffix below which strangers hold names, and at which a URL may hold their files. */
export function isSharedHost(name: string): boolean {
  return parse(name, asPlainHostname).isPrivate === true;
}
