import type { Span } from '../reader.ts';
import { disarmedDot } from '../rearm-text.ts';
import { isBoundBefore, isPlaceholderAt, wordsBefore } from '../surroundings.ts';
import { calledByWords, likelihoodOf } from './file-suffixes.ts';
import { hostNameOf } from './host-name.ts';
import { greatSuffixes } from './software-names.ts';

/** How far back a word may stand that says what a name is. */
const tellingWords = 3;

/**
 * The host name that a run of name characters is, in canonical spelling; `undefined` when it is a file, a product,
 * the rest of a name that was redacted, or when no registry gives out such names.
 * A name that somebody disarmed is a host: nobody disarms file names.
 */
export function readDomain(text: string, span: Span): string | undefined {
  const written = text.slice(span.start, span.end);
  const host = hostNameOf(written);
  if (!host || host.isGateway) return undefined;
  const { name, publicSuffix } = host;
  if (isBoundBefore(text, span.start) || isPlaceholderAt(text, span.end)) return undefined;
  if (written.includes(disarmedDot)) return name;
  const isOther =
    host.isSpeltLikeText ||
    (isCallOrSetting(text, span.end) && !greatSuffixes.has(publicSuffix)) ||
    isCalledAFile(text, span, name, publicSuffix);
  return isOther ? undefined : name;
}

/** `document.write(` is a call, `log.level=` a setting; `bad.ru(198.51.100.7)` is neither. */
function isCallOrSetting(text: string, end: number): boolean {
  const after = text[end];
  return after === '=' || (after === '(' && !/\d/.test(text[end + 1] ?? ''));
}

function isCalledAFile(text: string, { start }: Span, name: string, publicSuffix: string): boolean {
  const likelihood = likelihoodOf(publicSuffix);
  if (likelihood === 'host' || name.startsWith('www.')) return false;
  const called = calledByWords(wordsBefore(text, start, tellingWords));
  return likelihood === 'host-unless-called-a-file' ? called === 'file' : called !== 'host';
}
