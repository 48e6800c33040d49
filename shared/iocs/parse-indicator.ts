import { type Indicator, indicatorValueSchema } from './indicator.ts';
import { type Recognised, recogniseAddress, recogniseNetwork } from './parsing/address.ts';
import { longestDomainCharacters, recogniseDomain } from './parsing/domain.ts';
import { recogniseEmailAddress } from './parsing/email-address.ts';
import { recogniseFileHash } from './parsing/file-hash.ts';
import { typesAnnouncedBy } from './parsing/type-hint.ts';
import { longestUrlCharacters, recogniseUrl } from './parsing/url.ts';
import { refang } from './refang.ts';

/** Why a text is not an indicator. These words are shown to senders and kept with the request. */
export type ParseRejection =
  | 'empty'
  | 'too-long'
  | 'not-an-indicator'
  | 'unsupported-scheme'
  | 'wildcard'
  | 'unknown-type'
  | 'type-mismatch';

export type ParsedIndicator =
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'rejected'; readonly reason: ParseRejection };

/** Disarming makes a text longer than the indicator in it; beyond this nobody's disarming explains it. */
const longestTextCharacters = 2 * longestUrlCharacters;

const whiteSpaceOrControl = /[\s\p{Cc}]/u;

/**
 * Reads one indicator, disarmed or not, and gives it its one canonical spelling.
 * Never throws, takes time linear in the text's length, and gives a canonical value back unchanged.
 * A value is never widened: a URL stays a URL, a network stays no larger than written.
 *
 * @param typeHint What the sender calls it (`ip`, `domain`, `sha256`, …); it must agree with what the value is.
 */
export function parseIndicator(raw: string, typeHint?: string): ParsedIndicator {
  const text = raw.trim();
  if (text === '') return rejected('empty');
  if (text.length > longestTextCharacters) return rejected('too-long');
  const armed = refang(text)?.trim();
  if (armed === undefined) return rejected('not-an-indicator');
  if (armed === '') return rejected('empty');
  if (whiteSpaceOrControl.test(armed)) return rejected('not-an-indicator');

  const recognised = recognise(armed);
  if (typeof recognised === 'string') return rejected(recognised);
  if (typeHint !== undefined && typeHint.trim() !== '') {
    const announced = typesAnnouncedBy(typeHint);
    if (!announced) return rejected('unknown-type');
    if (!announced.includes(recognised.type)) return rejected('type-mismatch');
  }
  return {
    kind: 'indicator',
    indicator: { type: recognised.type, value: indicatorValueSchema.parse(recognised.value) },
  };
}

/** The order matters: each form is asked for before a laxer one that would take the same text. */
function recognise(text: string): Recognised | ParseRejection {
  const exact = recogniseAddress(text) ?? recogniseNetwork(text) ?? recogniseFileHash(text);
  if (exact) return exact;
  if (looksLikeNetwork(text)) return 'not-an-indicator';
  if (text.startsWith('*.')) return 'wildcard';

  const url = recogniseUrl(text);
  if (url.kind === 'unsupported-scheme') return 'unsupported-scheme';
  if (url.kind === 'url') {
    return url.value.length > longestUrlCharacters ? 'too-long' : { type: 'url', value: url.value };
  }

  const email = recogniseEmailAddress(text);
  if (email !== undefined) return { type: 'email', value: email };

  const domain = recogniseDomain(text);
  if (domain === undefined) return 'not-an-indicator';
  return domain.length > longestDomainCharacters ? 'too-long' : { type: 'domain', value: domain };
}

/** `192.0.2.1/99` is a network with a mistake in it, not a URL with the path `/99`. */
function looksLikeNetwork(text: string): boolean {
  const slash = text.indexOf('/');
  return (
    /^\d+$/.test(text.slice(slash + 1)) && recogniseAddress(text.slice(0, Math.max(slash, 0))) !== undefined
  );
}

function rejected(reason: ParseRejection): ParsedIndicator {
  return { kind: 'rejected', reason };
}
