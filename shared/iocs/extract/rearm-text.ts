/**
 * Stands for a dot that somebody had disarmed (`[.]`, `(dot)`), so that later steps can tell it from a dot that
 * may belong to a file name or to a sentence. A control character for private use: in text of its own it means
 * nothing, and with it a text of ASCII still takes one byte a character, which halves the time of every search.
 */
export const disarmedDot = '\u0091';

/** Stands for a disarmed `@` until the spaces around it are gone. */
const disarmedAt = '\u0092';

/** Characters that no reader sees and that chat programs and PDF readers put into long words; bidi marks too. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** The full stops of East Asian keyboards that a browser's address line takes for dots. */
const wideDots = /[\uff0e\uff61]/g;

/** Our own marks, should a text hold any: they would pass for disarmed characters. */
const ownMarks = /[\u0091\u0092]/g;

/** Asked first, since most texts hold none of them: is there anything but ASCII, and is it one of them? */
const beyondAscii = /[\u0080-\uffff]/;
const anyUnusual = /[\uff0e\uff61\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0091\u0092]/;

/** Joiners mean something between the letters of some scripts, and nothing in a word of ASCII. */
const joinersInAscii = /(?<=[!-~])[\u200c\u200d]{1,4}(?=[!-~])/g;

/** A dot in one to three brackets: `[.]`, `(dot)`, `{ . }`, `[[.]]`. */
const dotInBrackets = /[[({]{1,3}[ \t]?(?:\.|dot)[ \t]?[\])}]{1,3}/gi;

/** The same for `@`, and for colons and slashes: `[at]`, `(@)`, `[:]`, `[://]`, and `[::]` inside an IPv6 address. */
const atInBrackets = /[[({]{1,3}[ \t]?(?:@|at)[ \t]?[\])}]{1,3}/gi;
const colonInBrackets =
  /[[({]{1,3}[ \t]?(:\/\/|:|\/{1,2})[ \t]?[\])}]{1,3}|(?<=[0-9a-f])\[(::)\](?=[0-9a-f])/gi;

/** Asked before those two are looked for in full: most texts have neither. */
const otherInBrackets = /[[({][ \t]?(?:@|at|:|\/)/i;

/** Brackets of which only one half was written: `bad[.example`, `bad.]example`. */
const halfBrackets = /(?<=[a-z0-9])(?:\[\.|\.\])(?=[a-z0-9])/gi;

/** `bad\.example`: also how a regular expression writes a name, so it is no proof that anything was disarmed. */
const escapedDot = /(?<=[a-z0-9])\\\.(?=[a-z0-9])/gi;

/** JSON may escape a slash, and some programs always do. */
const escapedSlash = /\\\//g;

const spacedMark = new RegExp(` {1,2}([${disarmedDot}${disarmedAt}]) {1,2}`, 'g');

/** A space is more frequent than a dot, so it is not what is searched for. */
const spacedDot = /\.(?<= \.)(?= )/;

/** `198 . 51 . 100 . 7` and, for suffixes that are no words, `bad . com`. */
const spacedAddress = /(?<![\d.] ?)(\d{1,3}) \. (\d{1,3}) \. (\d{1,3}) \. (\d{1,3})(?! ?[\d.])/g;
const spacedName = /(?<=[a-z0-9]) \. (?=(?:com|net|org|info|biz|ru|cn)(?![a-z0-9]))/g;

/** `hxxp`, `h**p`, `meow`, and slashes that are missing, leaning or spaced: `hxxps:\\`, `http:/`, `hxxp: //`. */
const disarmedScheme =
  /(?<![a-z0-9])(?!(?:https?|ftp):\/\/[^ ])(h(?:xx|tt|xt|tx|zz|\*\*|__)p|meow|f[tx]p)(s|\[s\]|\(s\))?[ \t]?:[ \t]?(?:\/\/|\\\\|[/\\]|(?=www\.))[ \t]?(?=[\w[(<{])/gi;

/**
 * Undoes what analysts do to running text so that nobody follows an address in it by accident.
 * Dots that were disarmed come back as {@link disarmedDot}, all else as the character that was meant.
 * Time is linear in the text's length: every part of every pattern is bounded.
 */
export function rearmText(text: string): string {
  return withoutSchemeTricks(withoutBrackets(withUsualCharacters(text)));
}

function withUsualCharacters(text: string): string {
  if (!beyondAscii.test(text) || !anyUnusual.test(text)) return text;
  return text
    .replace(ownMarks, ' ')
    .replace(invisible, '')
    .replace(joinersInAscii, '')
    .replace(wideDots, '.');
}

function withoutBrackets(text: string): string {
  const dots = text.replace(dotInBrackets, disarmedDot).replace(halfBrackets, disarmedDot);
  const others = otherInBrackets.test(dots)
    ? dots.replace(atInBrackets, disarmedAt).replace(colonInBrackets, '$1$2')
    : dots;
  const marked = withoutSpacesAroundMarks(others).replaceAll(disarmedAt, '@');
  const unescaped = marked.includes('\\')
    ? marked.replace(escapedDot, '.').replace(escapedSlash, '/')
    : marked;
  return spacedDot.test(unescaped) ? withoutSpacedDots(unescaped) : unescaped;
}

function withoutSpacesAroundMarks(text: string): string {
  const hasSpacedMark = isAnyBehindSpace(text, disarmedDot) || isAnyBehindSpace(text, disarmedAt);
  return hasSpacedMark ? text.replace(spacedMark, '$1') : text;
}

/** Searches for the mark, since spaces are everywhere. */
function isAnyBehindSpace(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (text[at - 1] === ' ') return true;
  }
  return false;
}

function withoutSpacedDots(text: string): string {
  const dot = disarmedDot;
  return text.replace(spacedAddress, `$1${dot}$2${dot}$3${dot}$4`).replace(spacedName, dot);
}

function withoutSchemeTricks(text: string): string {
  return text.replace(disarmedScheme, (_, scheme: string, secure?: string) => {
    const name = /^f/i.test(scheme) ? 'ftp' : 'http';
    return `${name}${secure === undefined ? '' : 's'}://`;
  });
}
