import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';
import { type ExtractedKind, extractedKinds } from '#shared/iocs/extract/extracted-indicators.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/);
const suffix = fc.constantFrom('com', 'net', 'example', 'co.uk', 'zip', 'py', 'de', 'github.io');
/** A first label that no other rule knows as software, a gateway or a package. */
const domain = fc.tuple(fc.constant('c2'), label, suffix).map((labels) => labels.join('.'));
const path = fc.stringMatching(/^(\/[A-Za-z0-9_-]{1,8}){0,3}(\?[a-z]{1,4}=[A-Za-z0-9]{1,6})?$/);
const url = fc
  .tuple(fc.constantFrom('http', 'https', 'ftp'), domain, path)
  .map(([scheme, host, rest]) => `${scheme}://${host}${rest}`);
const hexadecimal = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length - 1}}[a-f]$`));
const mail = fc.tuple(label, domain).map(([local, host]) => `${local}@${host}`);

const indicator: fc.Arbitrary<readonly [kind: ExtractedKind, value: string]> = fc.oneof(
  domain.map((value) => ['domains', value] as const),
  url.map((value) => ['urls', value] as const),
  fc.ipV4().map((value) => ['ipv4', value] as const),
  mail.map((value) => ['emails', value] as const),
  fc
    .constantFrom(32, 40, 64, 128)
    .chain(hexadecimal)
    .map((value) => ['hashes', value] as const),
);

/** Ways in which people disarm; each leaves one dot disarmed at least. */
const disarm = fc.constantFrom<(text: string) => string>(
  (text) => text.replaceAll('.', '[.]').replace(/^http/, 'hxxp'),
  (text) => text.replaceAll('.', '(dot)').replace('://', '[://]').replace('@', '[at]'),
  (text) => text.replaceAll('.', '{.}').replace('://', '[:]//').replace('@', '(@)'),
  (text) => text.replaceAll('.', ' [.] ').replace('@', ' [at] '),
  (text) => text.replaceAll('.', '[[.]]').replace(/^http/, 'h**p'),
  (text) => text.replaceAll('.', '[\u200b.]').replace(/^http/, 'hXXp'),
);

const frame = fc.constantFrom<readonly [before: string, behind: string]>(
  ['', ''],
  ['See ', '.'],
  ['(', ')'],
  ['- `', '`'],
  ['C2:\n', '\n'],
  ['"', '",'],
  ['a, ', '; b'],
);

const canonical = (value: string): string => {
  const parsed = parseIndicator(value);
  return parsed.kind === 'indicator' ? parsed.indicator.value : `not an indicator: ${value}`;
};

const hostilePiece = fc.constantFrom(
  ...['[', ']', '(', ')', '{', '}', '<', '>', '.', '[.]', 'dot', '@', '[at]', ':', '::', '://', '/', '\\'],
  ...['hxxp', 'http', 'urldefense.com/v3/__', '__;', '!', '?url=', '%', '&', '=', '*', '**A', "'", '"', ','],
  ...[
    'a',
    '1',
    '1.2.3.4',
    '/24',
    'bad.com',
    'xn--',
    'ü',
    '。',
    '\u200b',
    '\u200d',
    '\ud800',
    '\u0091',
    '\u0092',
  ],
  ...[' ', '\n', 'redacted', 'ffff', '2001:db8::1', 'd41d8cd98f00b204e9800998ecf8427e', 'version ', '-', '_'],
);
const trouble = fc.array(hostilePiece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(trouble, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('for any text', { timeout: 60_000 }, () => {
  it('what was disarmed comes back', () => {
    fc.assert(
      fc.property(indicator, disarm, frame, ([kind, value], write, [before, behind]) => {
        const found = extractIndicators(`${before}${write(value)}${behind}`);
        expect(found[kind]).toEqual([canonical(value)]);
        for (const other of extractedKinds) if (other !== kind) expect(found[other]).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('several indicators come back together, in their order', () => {
    fc.assert(
      fc.property(fc.array(indicator, { maxLength: 12 }), disarm, (indicators, write) => {
        const found = extractIndicators(indicators.map(([, value]) => write(value)).join('\n'));
        for (const kind of extractedKinds) {
          const expected = indicators.filter(([one]) => one === kind).map(([, value]) => canonical(value));
          expect(found[kind]).toEqual([...new Set(expected)]);
        }
      }),
    );
  });

  it('never throws, and repeats no value', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = extractIndicators(text);
        for (const kind of extractedKinds) expect(new Set(found[kind]).size).toBe(found[kind].length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('gives values in the one spelling that parseIndicator gives', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { emails: _, ...found } = extractIndicators(text);
        const values = Object.values(found).flat();
        for (const value of values) expect(canonical(value)).toBe(value);
      }),
      { numRuns: 3_000 },
    );
  });
});
