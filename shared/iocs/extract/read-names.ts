import { longestDomainCharacters } from '../parsing/domain.ts';
import type { Found } from './extracted-indicators.ts';
import { readDomain } from './hosts/read-domain.ts';
import { readIpv4 } from './hosts/read-ipv4.ts';
import { readHash } from './read-hash.ts';
import type { Reader, Reading, Span } from './reader.ts';
import { disarmedDot } from './rearm-text.ts';
import { withPlainDots } from './surroundings.ts';
import { urlsIn } from './urls/read-urls.ts';
import { urlExtent } from './urls/url-extent.ts';
import { isNameCharacter } from './words.ts';

/**
 * Reads what is written with the characters of names alone: hashes, IPv4 addresses and networks, host names, and
 * URLs without their scheme (`bad.example/login`).
 */
export const readNames: Reader = (text, span) => {
  const readings: Reading[] = [];
  let start = span.start;
  while (start < span.end) {
    if (!isNameCharacter(text.charCodeAt(start))) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < span.end && isNameCharacter(text.charCodeAt(end))) end += 1;
    const reading = readRun(text, withoutFrame(text, { start, end }), span.end);
    if (reading) readings.push(reading);
    start = Math.max(end, reading?.end ?? 0);
  }
  return readings;
};

const framing = `.-_${disarmedDot}`;

/** A run without the dots and hyphens at its ends, and without the underscores that set it in italics. */
function withoutFrame(text: string, run: Span): Span {
  let { start, end } = run;
  while (end > start && framing.includes(text[end - 1] ?? ' ')) end -= 1;
  while (start < end && text[start] === '-') start += 1;
  for (let at = end; at < run.end && text[start] === '_' && text[at] === '_'; at += 1) start += 1;
  return { start, end };
}

const addressLike = /^[\d.\u0091]+$/;
const addressRange = /^([\d.\u0091]{7,15})-[\d.\u0091]{7,15}$/;

function readRun(text: string, span: Span, wordEnd: number): Reading | undefined {
  if (span.end - span.start > longestDomainCharacters) return undefined;
  const written = text.slice(span.start, span.end);
  if (!written.includes('.') && !written.includes(disarmedDot)) {
    const hash = readHash(text, span);
    return hash === undefined ? undefined : { ...span, found: [{ kind: 'hashes', value: hash }] };
  }
  if (mayBeAddress(written)) {
    const rangeStart = addressRange.exec(written)?.[1];
    if (rangeStart !== undefined) return readRange(text, span, span.start + rangeStart.length);
    if (addressLike.test(written)) {
      return readUrlWithoutScheme(text, span, wordEnd, readIpv4(text, span));
    }
  }
  const name = readDomain(text, span);
  if (name === undefined) return undefined;
  return readUrlWithoutScheme(text, span, wordEnd, { ...span, found: [{ kind: 'domains', value: name }] });
}

const nine = '9'.charCodeAt(0);

/** Asked first: digits and dots stand before all letters, and with a letter no address begins. */
function mayBeAddress(written: string): boolean {
  return written.charCodeAt(0) <= nine || written.startsWith(disarmedDot);
}

/** Both ends of a range of addresses are indicators; what lies between them was not asked for by name. */
function readRange(text: string, { start, end }: Span, hyphen: number): Reading {
  const first = readIpv4(text, { start, end: hyphen })?.found ?? [];
  const last = readIpv4(text, { start: hyphen + 1, end })?.found ?? [];
  return { start, end, found: [...first, ...last] };
}

const pathOrQuery = /(?::\d{1,5})?(?:\/|\?\w)/y;

/** Whether a path or a query follows a host that ends at `index`; most often that is told by one character. */
function isPathOrQueryAt(text: string, index: number): boolean {
  if (!':/?'.includes(text[index] ?? ' ')) return false;
  pathOrQuery.lastIndex = index;
  return pathOrQuery.test(text);
}

/** A host with a path is that URL and nothing wider; an address with a further one behind the slash is just that. */
function readUrlWithoutScheme(
  text: string,
  { start, end }: Span,
  wordEnd: number,
  host: Reading | undefined,
): Reading | undefined {
  if (!host?.found || host.end > end || !isPathOrQueryAt(text, end)) return host;
  const extent = urlExtent(text, { start, end: wordEnd }, text[start - 1]);
  const written = withPlainDots(text.slice(start, extent.end));
  if (/^[^/]+\/\d{1,3}(?:\.\d{1,3}){3}$/.test(written)) return host;
  const found: readonly Found[] = extent.isWhole ? urlsIn(`http://${written}`) : [];
  return { start, end: extent.end, found };
}
