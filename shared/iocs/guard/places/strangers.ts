import { parse } from 'tldts';
import type { Indicator } from '../../indicator.ts';
import { namesOf } from '../lists/names-by-owner.ts';
import { contentHosts, tenantSuffixes } from '../lists/shared-hosting.ts';
import { reachOf } from '../reach.ts';
import { parentsOf } from './name-set.ts';

const tenants: ReadonlySet<string> = new Set(namesOf(tenantSuffixes));
const contents: ReadonlySet<string> = new Set(namesOf(contentHosts));

/** The host is known to be a name, so nothing has to be cut out of it. */
const asPlainHostname = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

/**
 * Whether a name below a well-known one is a stranger's all the same: `evil.github.io` below `github.io`, or
 * `bucket.s3.amazonaws.com` below `amazonaws.com`. The private section of the public suffix list says so, and
 * our own additions to it.
 *
 * @see https://publicsuffix.org/
 */
export function isStrangersName(name: string, listed: string): boolean {
  const isAtOrBelowListed = (suffix: string) => suffix === listed || suffix.endsWith(`.${listed}`);
  const { isPrivate, publicSuffix, domain } = parse(name, asPlainHostname);
  if (isPrivate && domain !== null && publicSuffix !== null && isAtOrBelowListed(publicSuffix)) return true;
  return parentsOf(name).some((parent) => tenants.has(parent) && isAtOrBelowListed(parent));
}

/** Whether a URL leads to something that strangers put on a well-known host: a file, a paste, a form. */
export function isStrangersPage(indicator: Indicator, host: string): boolean {
  return reachOf(indicator) === 'page' && (contents.has(host) || contents.has(host.replace(/^www\./, '')));
}
