import { longestDomainCharacters, recogniseDomain } from './domain.ts';

/** The unquoted local part of RFC 5322 but for `/` and `?`, which say URL; at most 64 characters by RFC 5321. */
const localPart = /^[a-z0-9!#$%&'*+=^_`{|}~.-]{1,64}$/;

/** A mail address, lower case throughout: in practice no mail system tells two cases apart. */
export function recogniseEmailAddress(text: string): string | undefined {
  const at = text.indexOf('@');
  if (at < 1) return undefined;
  const local = text.slice(0, at).toLowerCase();
  const domain = recogniseDomain(text.slice(at + 1));
  if (!localPart.test(local) || domain === undefined || domain.length > longestDomainCharacters)
    return undefined;
  return `${local}@${domain}`;
}
