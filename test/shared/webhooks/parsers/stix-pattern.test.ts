import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsInPattern } from '#shared/webhooks/parsers/stix-pattern/indicators-in-pattern.ts';
import { parsePattern } from '#shared/webhooks/parsers/stix-pattern/parse-pattern.ts';

function indicatorsIn(pattern: string): string[] | 'unsupported' | 'invalid' {
  const expression = parsePattern(pattern);
  if (!expression) return 'invalid';
  return indicatorsInPattern(expression)?.map(({ value }) => value) ?? 'unsupported';
}

describe('a STIX pattern gives what fulfils it alone', () => {
  it.each([
    ['a name', "[domain-name:value = 'a.example']", ['a.example']],
    ['an address', "[ipv4-addr:value = '103.27.202.185']", ['103.27.202.185']],
    ['a network', "[ipv6-addr:value ISSUBSET '2a00:1450::/48']", ['2a00:1450::/48']],
    [
      'a URL with an escaped quotation mark',
      "[url:value = 'http://a.example/it\\'s']",
      ["http://a.example/it's"],
    ],
    ['the other end of a connection', "[network-traffic:dst_ref.value = 'a.example']", ['a.example']],
    ['a hash with a quoted name', "[file:hashes.'SHA-256' = 'abc']", ['abc']],
    ['a hash of an older version', "[file:hashes.MD5 = 'abc']", ['abc']],
    ['a set', "[domain-name:value IN ('a.example', 'b.example')]", ['a.example', 'b.example']],
    [
      'alternatives',
      "[domain-name:value = 'a.example' OR url:value = 'http://b.example/']",
      ['a.example', 'http://b.example/'],
    ],
    [
      'alternative observations',
      "[domain-name:value = 'a.example'] OR ([domain-name:value = 'b.example'])",
      ['a.example', 'b.example'],
    ],
    ['a hash beside a file name', "[file:name = 'x.exe' AND file:hashes.MD5 = 'abc']", ['abc']],
    ['comments and line breaks', "[ /* who */ domain-name:value\n = 'a.example' ] // why", ['a.example']],
  ])('%s', (_, pattern, indicators) => {
    expect(indicatorsIn(pattern)).toEqual(indicators);
  });

  it.each([
    ['two things together', "[domain-name:value = 'a.example' AND ipv4-addr:value = '103.27.202.185']"],
    [
      'an address at a port',
      "[network-traffic:dst_ref.value = '103.27.202.185' AND network-traffic:dst_port = 443]",
    ],
    [
      'one of which is together with another',
      "[domain-name:value = 'a.example' OR domain-name:value = 'b.example' AND network-traffic:dst_port = 443]",
    ],
    ['two observations', "[domain-name:value = 'a.example'] AND [domain-name:value = 'b.example']"],
    ['one after the other', "[domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example']"],
    ['one several times', "[domain-name:value = 'a.example'] REPEATS 5 TIMES WITHIN 300 SECONDS"],
    [
      'one at a time of old',
      "[domain-name:value = 'a.example'] START t'2020-01-01T00:00:00Z' STOP t'2020-01-02T00:00:00Z'",
    ],
    ['all but one', "[domain-name:value != 'a.example']"],
    ['all but one, otherwise said', "[domain-name:value NOT = 'a.example']"],
    ['what is like it', "[domain-name:value LIKE '%.example']"],
    ['what matches it', "[url:value MATCHES '^http']"],
    ['that there is one', '[EXISTS domain-name:value]'],
    ['a file name', "[file:name = 'x.exe']"],
    ['a registry key', "[windows-registry-key:values[*].name = 'Run']"],
    ['what every object inherits', "[constructor:value = 'a.example']"],
  ])('and nothing of one that asks for %s', (_, pattern) => {
    expect(indicatorsIn(pattern)).toBe('unsupported');
  });

  it.each([
    '',
    'a.example',
    "domain-name:value = 'a.example'",
    "[domain-name:value = 'a.example'",
    "[domain-name:value = 'a.example]",
    "[domain-name:value = 'a.example'] OR",
    "[domain-name:value = 'a.example' 'b.example']",
    "[domain-name = 'a.example']",
    "[domain-name:value ~ 'a.example']",
    '['.repeat(10_000),
    `${'('.repeat(60)}[domain-name:value = 'a.example']${')'.repeat(60)}`,
  ])('and one that is none is not read: %s', (pattern) => {
    expect(indicatorsIn(pattern)).toBe('invalid');
  });

  it('and any text is read or not, but never throws', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      "'a'",
      'x:y',
      '=',
      'AND',
      'OR',
      'NOT',
      'IN',
      ',',
      '.',
      '1',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (pattern) => {
          expect(indicatorsIn(pattern)).toBeDefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('whatever value is compared with, it comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const escaped = value.replace(/[\\']/g, '\\$&');
        expect(indicatorsIn(`[domain-name:value = '${escaped}']`)).toEqual([value]);
      }),
    );
  });
});
