import { recogniseAddress } from '../../parsing/address.ts';
import { longestUrlCharacters, recogniseUrl } from '../../parsing/url.ts';
import type { Found } from '../extracted-indicators.ts';
import { unwrapLink } from '../gateways/unwrap-link.ts';
import { hostNameOf } from '../hosts/host-name.ts';
import { isSharedHost } from '../hosts/public-suffix.ts';
import type { Reader, Reading, Span } from '../reader.ts';
import { rememberAnswers } from '../remember-answers.ts';
import { withPlainDots } from '../surroundings.ts';
import { urlExtent } from './url-extent.ts';

const webSchemes: ReadonlySet<string> = new Set(['http', 'https', 'ftp']);

/** With these, `scheme://host:port` is only a way to write a host and its port: there is no URL to be blocked. */
const transportSchemes: ReadonlySet<string> = new Set([
  'tcp',
  'udp',
  'tls',
  'ssl',
  'ssh',
  'socks',
  'socks4',
  'socks5',
  'stratum+tcp',
  'stratum+ssl',
]);

const longestSchemeCharacters = 32;
const schemeCharacter = /[a-z0-9+.-]/i;
const gluedWebScheme = /https?$/i;
const separator = '://';

/** Reads URLs that say their scheme. */
export const readUrls: Reader = (text, span) => {
  const readings: Reading[] = [];
  let from = span.start;
  for (;;) {
    const colon = nextSeparator(text, from, span.end);
    if (colon < 0) return readings;
    const start = schemeStart(text, colon, from);
    const bodyStart = colon + separator.length;
    if (start === colon) {
      from = bodyStart;
      continue;
    }
    const reading = readUrl(text, { start, end: span.end }, colon);
    readings.push(reading);
    from = reading.end;
  }
};

/** The place of the next `://`. The span is one word, so looking past its end would make the time quadratic. */
function nextSeparator(text: string, from: number, end: number): number {
  const offset = text.slice(from, end).indexOf(separator);
  return offset < 0 ? -1 : from + offset;
}

function schemeStart(text: string, colon: number, earliest: number): number {
  let start = colon;
  const limit = Math.max(earliest, colon - longestSchemeCharacters);
  while (start > limit && schemeCharacter.test(text[start - 1] ?? '')) start -= 1;
  const scheme = text.slice(start, colon);
  const glued = gluedWebScheme.exec(scheme);
  return glued ? start + glued.index : start;
}

function readUrl(text: string, { start, end }: Span, colon: number): Reading {
  const scheme = text.slice(start, colon).toLowerCase();
  const extent = urlExtent(text, { start: colon + separator.length, end }, text[start - 1]);
  const place = { start, end: extent.end };
  const isReadable = extent.isWhole && extent.end - start <= 2 * longestUrlCharacters;
  if (!isReadable) return place;
  const written = withPlainDots(text.slice(start, extent.end)).replaceAll('&amp;', '&');
  if (webSchemes.has(scheme)) return { ...place, found: urlsIn(written) };
  return transportSchemes.has(scheme) ? { ...place, found: hostsIn(written) } : place;
}

/**
 * The URL that a text is, freed from the mail gateways that rewrote it; none when nothing can be said to lie
 * behind it: a name without public suffix, a gateway that keeps to itself where it leads.
 */
export const urlsIn: (written: string) => readonly Found[] = rememberAnswers((written) => {
  const recognised = recogniseUrl(written);
  const link = recognised.kind === 'url' ? unwrapLink(new URL(recognised.value)) : undefined;
  return link && link.href.length <= longestUrlCharacters && leadsSomewhere(link)
    ? [{ kind: 'urls', value: link.href }]
    : [];
});

function leadsSomewhere({ hostname }: URL): boolean {
  return (
    hostNameOf(hostname) !== undefined || isSharedHost(hostname) || recogniseAddress(hostname) !== undefined
  );
}

function hostsIn(written: string): readonly Found[] {
  const host = /^[^:/]+:\/\/([^:/?#[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?\/?$/i.exec(written)?.[1];
  if (host === undefined) return [];
  const address = recogniseAddress(host);
  if (address) return [{ kind: address.type, value: address.value }];
  const name = hostNameOf(host)?.name;
  return name === undefined ? [] : [{ kind: 'domains', value: name }];
}
