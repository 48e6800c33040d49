import type { IndicatorType } from '../indicator.ts';

const address: readonly IndicatorType[] = ['ipv4', 'ipv6'];
/** A network of one address is kept as that address, so both may stand where a network is announced. */
const network: readonly IndicatorType[] = ['cidr', 'ipv4', 'ipv6'];
const fileHash: readonly IndicatorType[] = ['md5', 'sha1', 'sha256', 'sha512'];

/**
 * What senders call their indicators (our own words, MISP's, STIX's and those of common feeds), without case,
 * hyphens, underscores and dots, and the types that each word may announce.
 */
const announcedTypes = new Map<string, readonly IndicatorType[]>([
  ['ip', address],
  ['ipaddress', address],
  ['ipsrc', address],
  ['ipdst', address],
  ['ipv4', ['ipv4']],
  ['ipv4addr', ['ipv4', 'cidr']],
  ['ipv6', ['ipv6']],
  ['ipv6addr', ['ipv6', 'cidr']],
  ['cidr', network],
  ['subnet', network],
  ['network', network],
  ['domain', ['domain']],
  ['domainname', ['domain']],
  ['hostname', ['domain']],
  ['fqdn', ['domain']],
  ['host', ['domain', ...address]],
  ['url', ['url']],
  ['uri', ['url']],
  ['link', ['url']],
  ['hash', fileHash],
  ['filehash', fileHash],
  ['md5', ['md5']],
  ['sha1', ['sha1']],
  ['sha256', ['sha256']],
  ['sha512', ['sha512']],
  ['filehashmd5', ['md5']],
  ['filehashsha1', ['sha1']],
  ['filehashsha256', ['sha256']],
  ['filehashsha512', ['sha512']],
  ['email', ['email']],
  ['emailaddr', ['email']],
  ['emailaddress', ['email']],
  ['emailsrc', ['email']],
  ['emaildst', ['email']],
]);

/** The types that a sender's word may stand for; `undefined` when the word is not known. */
export function typesAnnouncedBy(typeHint: string): readonly IndicatorType[] | undefined {
  return announcedTypes.get(typeHint.toLowerCase().replace(/[\s._-]/g, ''));
}
