import { domainToASCII } from 'node:url';

/** @see https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
export const longestDomainCharacters = 253;

/** Letters, digits and hyphens as for host names, and underscores, which names in DNS queries do have. */
const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const asciiDomain = new RegExp(`^${label}(?:\\.${label})*$`);

/** A name whose last label is a number is read as an IPv4 address by browsers. */
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/;

/** What may stand in a name before it is made ASCII. All else, `%` above all, would be interpreted on the way. */
const unicodeDomain = /^[a-z0-9._\-\u0080-\u{10ffff}]+$/u;

/**
 * A domain name, lower case, in punycode, without the dot of the root.
 * One label is a name too: whether it may be blocked is for the guard to say.
 *
 * @see https://www.unicode.org/reports/tr46/
 */
export function recogniseDomain(text: string): string | undefined {
  const lowerCase = text.toLowerCase();
  if (!unicodeDomain.test(lowerCase)) return undefined;
  const ascii = isAscii(lowerCase) ? lowerCase : domainToASCII(lowerCase);
  const name = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
  return asciiDomain.test(name) && !endsInNumber.test(name) ? name : undefined;
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
