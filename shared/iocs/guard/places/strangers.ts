import { parse } from 'tldts';
import { namesOf } from '../embedded/names-by-owner.ts';
import { contentHosts, ownedSuffixes, tenantSuffixes } from '../embedded/shared-hosting.ts';
import type { PlacedName } from './name-set.ts';

const tenants: ReadonlySet<string> = new Set(namesOf(tenantSuffixes));
const owned: ReadonlySet<string> = new Set(namesOf(ownedSuffixes));
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
export function isStrangersName({ name, parents }: PlacedName, listed: string): boolean {
  const isAtOrBelowListed = (suffix: string) => suffix === listed || suffix.endsWith(`.${listed}`);
  if (parents.some((parent) => tenants.has(parent) && isAtOrBelowListed(parent))) return true;
  const { isPrivate, publicSuffix, domain } = parse(name, asPlainHostname);
  if (!isPrivate || publicSuffix === null || domain === null) return false;
  return !owned.has(publicSuffix) && isAtOrBelowListed(publicSuffix);
}

/** Whether strangers keep files, pastes or forms on a host, under paths. */
export function hasStrangersPages(host: string): boolean {
  return contents.has(host) || contents.has(host.replace(/^www\./, ''));
}
