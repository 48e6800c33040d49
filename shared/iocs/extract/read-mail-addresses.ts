import { recogniseDomain } from '../parsing/domain.ts';
import { recogniseEmailAddress } from '../parsing/email-address.ts';
import { addressOf } from './hosts/address-of.ts';
import { hostNameOf } from './hosts/host-name.ts';
import type { Reader, Reading, Span } from './reader.ts';
import { rememberAnswers } from './remember-answers.ts';
import { withPlainDots, wordsBefore } from './surroundings.ts';
import { isNameCharacter } from './words.ts';

/** @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.1 */
const longestLocalCharacters = 64;
const longestHostCharacters = 255;
const longestLiteralCharacters = 48;

/** Reads mail addresses. The domain of one is not taken for an indicator by itself: others have mailboxes there. */
export const readMailAddresses: Reader = (text, span) => {
  const readings: Reading[] = [];
  let from = span.start;
  for (let at = nextAt(text, from, span.end); at >= 0; at = nextAt(text, at + 1, span.end)) {
    const reading = readMailbox(text, { start: from, end: span.end }, at);
    if (!reading) continue;
    readings.push(reading);
    from = reading.end;
    at = reading.end - 1;
  }
  return readings;
};

function nextAt(text: string, from: number, end: number): number {
  const offset = text.slice(from, end).indexOf('@');
  return offset < 0 ? -1 : from + offset;
}

function readMailbox(text: string, span: Span, at: number): Reading | undefined {
  const end = hostEnd(text, at + 1, span.end);
  if (!/[.\u0091:]/.test(text.slice(at + 1, end))) return undefined;
  const start = localPartStart(text, span.start, at);
  const local = text.slice(start, at);
  const host = withPlainDots(text.slice(at + 1, end));
  if (local === '' || isOnlyAPart(text, start, end) || isHostOfALogin(text, { start, end }, host))
    return undefined;
  const place = { start, end };
  if (isMessageId(text, start)) return place;
  const value = canonicalMailbox(withPlainDots(text.slice(start, end)));
  return value === undefined ? undefined : { ...place, found: [{ kind: 'emails', value }] };
}

/** What may stand in a local part beyond the characters of names. */
const furtherLocalCharacters = "+=/'&";

/**
 * Where the local part begins: behind the key of `from=user@…` and the folders of `path/user@…`. Behind a `+`
 * is the sub-address, which may hold `=` and `/` of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5233
 */
function localPartStart(text: string, earliest: number, at: number): number {
  let start = at;
  const limit = Math.max(earliest, at - longestLocalCharacters - 1);
  while (start > limit && isLocalCharacter(text, start - 1)) start -= 1;
  const written = text.slice(start, at);
  const plus = written.indexOf('+');
  const base = plus < 0 ? written : written.slice(0, plus);
  start += Math.max(base.lastIndexOf('='), base.lastIndexOf('/')) + 1;
  while (start < at && /[.'&-]/.test(text[start] ?? '')) start += 1;
  return start;
}

function isLocalCharacter(text: string, index: number): boolean {
  return isNameCharacter(text.charCodeAt(index)) || furtherLocalCharacters.includes(text.charAt(index));
}

function hostEnd(text: string, start: number, latest: number): number {
  if (text[start] === '[') {
    const closing = text.slice(start, Math.min(latest, start + longestLiteralCharacters)).indexOf(']');
    return closing < 0 ? start : start + closing + 1;
  }
  let end = start;
  while (end < latest && end - start <= longestHostCharacters && isNameCharacter(text.charCodeAt(end)))
    end += 1;
  while (end > start && /[.\-_\u0091]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Something is missing before it (`j***n@…`), or it goes on: `@user@server.example`, `a@b@c`. */
function isOnlyAPart(text: string, start: number, end: number): boolean {
  return text[end] === '@' || /[!#$%^~@*?}\]\w]/.test(text[start - 1] ?? '');
}

const loginCommands: ReadonlySet<string> = new Set(['ssh', 'scp', 'sftp', 'rsync']);

/** `git@github.com:vendor/tool` is a place to copy from, and in `ssh root@192.0.2.1` the address is what counts. */
function isHostOfALogin(text: string, { start, end }: Span, host: string): boolean {
  if (/^:[\w~/]/.test(text.slice(end, end + 2))) return true;
  return addressOf(host) !== undefined && wordsBefore(text, start, 3).some((word) => loginCommands.has(word));
}

/** Message-IDs are built like addresses, and are none. */
function isMessageId(text: string, start: number): boolean {
  return /(?:message-id|in-reply-to|references|content-id|cid)"?:?\s?["<]{0,2}$/i.test(
    text.slice(Math.max(0, start - 20), start),
  );
}

/** In the one spelling of a mail address; `undefined` when nobody can have it. */
const canonicalMailbox: (written: string) => string | undefined = rememberAnswers((written) => {
  const at = written.indexOf('@');
  const local = written.slice(0, at);
  const host = written.slice(at + 1);
  const lowerCase = written.toLowerCase();
  if (host.startsWith('[')) {
    const literal = host.slice(1, -1).replace(/^IPv6:/i, '');
    return addressOf(literal) === undefined ? undefined : lowerCase;
  }
  if (addressOf(host)) return lowerCase;
  const domain = hostNameOf(host)?.name ?? unlistedDomain(host);
  if (domain === undefined) return undefined;
  const isAscii = /^[!-~]+$/.test(local);
  if (!isAscii) return lowerCase.normalize('NFC');
  return recogniseEmailAddress(written) ?? `${local.toLowerCase()}@${domain}`;
});

/** Suffixes in scripts beyond ASCII are many and young, and nothing but a host has one. */
function unlistedDomain(host: string): string | undefined {
  const suffix = host.slice(host.lastIndexOf('.') + 1);
  return /^[ -~]*$/.test(suffix) ? undefined : recogniseDomain(host);
}
