import type { Connection } from '../../../config/connection.ts';
import { extractIndicators } from '../../../iocs/extract/extract-indicators.ts';
import type { ClaimedIndicator } from '../webhook-parser.ts';
import { allClaims, type Claims } from './claims.ts';
import { textOf } from './texts-of.ts';

/**
 * What a message names that somebody wrote in order to have it blocked. E-mail addresses are left out: those in a text
 * are as often the victim's or the reporter's as the attacker's, and only a declared field can tell.
 */
export function claimsInMessage(text: string): ClaimedIndicator[] {
  const { domains, urls, ipv4, ipv6, cidrs, hashes } = extractIndicators(text);
  return [...urls, ...domains, ...ipv4, ...ipv6, ...cidrs, ...hashes].map((value) => ({ value }));
}

/** The lines of a text of which each is one word: somebody's list. `undefined` for prose. */
export function entriesOfList(text: string): string[] | undefined {
  const entries = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return entries.some((entry) => /\s/.test(entry)) ? undefined : entries;
}

/** An address that can be clicked, host and rest. */
const link = /https?:\/\/([^\s/?#[\](){}<>"'`|\\]+)([^\s<>"'`|]*)/gi;

/** The host goes on behind what can be clicked, so it is disarmed after all: `http://bad[.]example/`. */
const disarmedRest = /^(?:[[({](?:\.|dot)|\\\.)/i;

/**
 * What a description, a comment or a report mentions. A link in prose that can be clicked is a page to be read, the
 * vendor's article for one; indicators are disarmed there, or stand without `http://`. So such links are not taken,
 * and this is told.
 */
export function claimsInProse(text: string): Claims {
  if (entriesOfList(text)) return { values: claimsInMessage(text), unusable: [] };
  const links = new Set<string>();
  const withoutLinks = text.replace(link, (written: string, host: string, rest: string) => {
    if (!host.includes('.') || disarmedRest.test(rest)) return written;
    links.add(written);
    return ' ';
  });
  return {
    values: claimsInMessage(withoutLinks),
    unusable: [...links].map((value) => ({ value, reason: 'link-in-prose' })),
  };
}

/** What descriptions and comments mention, if the connection is configured to look there. */
export function freeTextClaims({ freeText }: Connection, texts: readonly unknown[]): Claims {
  return freeText
    ? allClaims(...texts.map((text) => claimsInProse(textOf(text) ?? '')))
    : { values: [], unusable: [] };
}
