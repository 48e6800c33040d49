import type { Reader, Reading, Span } from '../reader.ts';
import { disarmedDot } from '../rearm-text.ts';
import { withPlainDots } from '../surroundings.ts';
import { addressOf } from './address-of.ts';
import { readNetwork } from './network-at.ts';

/** Eight groups, or seven and an IPv4 address, and a prefix length. */
const longestIpv6Characters = 49;

const ipv6Class = new Uint8Array(128);
for (const character of '0123456789abcdefABCDEF:.') ipv6Class[character.charCodeAt(0)] = 1;
const disarmedDotCode = disarmedDot.charCodeAt(0);

function isIpv6Character(code: number): boolean {
  return code < 128 ? ipv6Class[code] === 1 : code === disarmedDotCode;
}

/** Reads IPv6 addresses and networks. Times, MAC addresses and names of programs (`std::abs`) also have colons. */
export const readIpv6: Reader = (text, span) => {
  const readings: Reading[] = [];
  let start = span.start;
  while (start < span.end) {
    let end = start;
    while (end < span.end && isIpv6Character(text.charCodeAt(end))) end += 1;
    const reading = readRun(text, { start, end });
    if (reading) readings.push(reading);
    start = Math.max(end, reading?.end ?? 0) + 1;
  }
  return readings;
};

function readRun(text: string, run: Span): Reading | undefined {
  const start = afterLabel(text, run);
  if (run.end - start < 2 || run.end - start > longestIpv6Characters) return undefined;
  const before = text[start - 1] ?? '';
  if (/[\w%.]/.test(before) || (before === ':' && start === run.start)) return undefined;
  let end = run.end;
  while (end > start && /[.\u0091]/.test(text[end - 1] ?? '')) end -= 1;
  if (text[end - 1] === ':' && text[end - 2] !== ':') end -= 1;
  else if (/[\w%]/.test(text[end] ?? '')) return undefined;
  const written = withPlainDots(text.slice(start, end));
  if (!isWrittenAsAddress(written)) return undefined;
  const address = addressOf(written);
  if (!address) return undefined;
  const found = [{ kind: address.type, value: address.value }];
  return readNetwork(text, { start, end }, written) ?? { start, end, found };
}

/** `ip6:2001:db8::1` and `IPv6:2001:db8::1`: what stands before the first colon is the end of a word. */
function afterLabel(text: string, { start, end }: Span): number {
  const isLabelled =
    /[a-z_]/i.test(text[start - 1] ?? '') || (text[start] === ':' && text[start + 1] !== ':');
  if (!isLabelled) return start;
  const colon = text.slice(start, Math.min(end, start + longestIpv6Characters)).indexOf(':');
  return colon < 0 ? end : start + colon + 1;
}

const fullForm = /^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$|^(?:[0-9a-f]{1,4}:){6}[\d.]+$/i;

/** Eight pairs are an EUI-64 or a world wide name. */
const eightPairs = /^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/i;

/** What is in use: global unicast, NAT64, unique local, link local, multicast, loopback, and IPv4 inside IPv6. */
const shortFormInUse = /^(?:[23][0-9a-f]{3}:|64:ff9b:|f[cdef][0-9a-f]{2}:|::1$|::ffff:)/i;

function isWrittenAsAddress(written: string): boolean {
  if (eightPairs.test(written)) return false;
  return written.includes('::') ? shortFormInUse.test(written) : fullForm.test(written);
}
