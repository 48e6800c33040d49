import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorType } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

const eicarSha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

const indicator = (type: IndicatorType, value: string) => ({ kind: 'indicator', indicator: { type, value } });
const rejected = (reason: string) => ({ kind: 'rejected', reason });

describe('an indicator has one canonical spelling', () => {
  it.each<[written: string, type: IndicatorType, canonical: string]>([
    ['Bad.Example', 'domain', 'bad.example'],
    ['bad.example.', 'domain', 'bad.example'],
    ['  bad.example\n', 'domain', 'bad.example'],
    ['_dmarc.bad.example', 'domain', '_dmarc.bad.example'],
    ['bücher.example', 'domain', 'xn--bcher-kva.example'],
    ['XN--BCHER-KVA.example', 'domain', 'xn--bcher-kva.example'],
    ['bad。example', 'domain', 'bad.example'],
    ['intranet', 'domain', 'intranet'],

    ['HTTP://Bad.Example', 'url', 'http://bad.example/'],
    ['https://bad.example:443/A/../B?x=%20Y#top', 'url', 'https://bad.example/B?x=%20Y'],
    ['https://bad.example:8443/a/b%20c?x=1', 'url', 'https://bad.example:8443/a/b%20c?x=1'],
    ['https://user:password@bad.example./', 'url', 'https://bad.example/'],
    ['ftp://bad.example:21/drop', 'url', 'ftp://bad.example/drop'],
    ['http://bücher.example/', 'url', 'http://xn--bcher-kva.example/'],
    ['http://bad.example/?', 'url', 'http://bad.example/'],
    ['http://[2001:DB8:0::1]:8080/x', 'url', 'http://[2001:db8::1]:8080/x'],
    ['http://[::ffff:198.51.100.7]/x', 'url', 'http://198.51.100.7/x'],
    [
      'bad.example/login?next=http://other.example',
      'url',
      'http://bad.example/login?next=http://other.example',
    ],
    ['bad.example:8080/x', 'url', 'http://bad.example:8080/x'],
    ['198.51.100.7/payload.exe', 'url', 'http://198.51.100.7/payload.exe'],

    ['198.51.100.7', 'ipv4', '198.51.100.7'],
    ['2001:DB8:0:0::1', 'ipv6', '2001:db8::1'],
    ['[2001:db8::1]', 'ipv6', '2001:db8::1'],
    ['::ffff:198.51.100.7', 'ipv4', '198.51.100.7'],
    ['198.51.100.77/24', 'cidr', '198.51.100.0/24'],
    ['198.51.100.7/32', 'ipv4', '198.51.100.7'],
    ['2001:DB8::1/32', 'cidr', '2001:db8::/32'],
    ['::ffff:198.51.100.7/120', 'cidr', '198.51.100.0/24'],

    ['44D88612FEA8A8F36DE82E1278ABB02F', 'md5', '44d88612fea8a8f36de82e1278abb02f'],
    ['3395856ce81f2b7382dee72602f798b642f14140', 'sha1', '3395856ce81f2b7382dee72602f798b642f14140'],
    [eicarSha256.toUpperCase(), 'sha256', eicarSha256],
    ['ab'.repeat(64), 'sha512', 'ab'.repeat(64)],
    ['Billing@BÜCHER.example', 'email', 'billing@xn--bcher-kva.example'],
  ])('%s is the %s %s', (written, type, canonical) => {
    expect(parseIndicator(written)).toEqual(indicator(type, canonical));
  });
});

describe('disarmed indicators mean what they stand for', () => {
  it.each<[written: string, type: IndicatorType, canonical: string]>([
    ['hxxps://bad[.]example/x', 'url', 'https://bad.example/x'],
    ['hXXp[:]//bad(.)example/x', 'url', 'http://bad.example/x'],
    ['hxxps[://]bad{.}example/x', 'url', 'https://bad.example/x'],
    ['h**p://bad[dot]example/x', 'url', 'http://bad.example/x'],
    ['fxp://bad(DOT)example/', 'url', 'ftp://bad.example/'],
    // Names that only begin like a disarmed scheme: another name would be somebody else's.
    ['fxpro.com', 'domain', 'fxpro.com'],
    ['hxxpbad.com', 'domain', 'hxxpbad.com'],
    ['bad\\.example', 'domain', 'bad.example'],
    ['bad[[.]]example', 'domain', 'bad.example'],
    ['http://bad[.]example/a(b[.])c', 'url', 'http://bad.example/a(b.)c'],
    ['bad\u200b.exam\u00adple', 'domain', 'bad.example'],
    ['bad\u200d.example', 'domain', 'bad.example'],
    ['198[.]51[.]100[.]7', 'ipv4', '198.51.100.7'],
    ['2001[:]db8[:][:]1', 'ipv6', '2001:db8::1'],
    ['billing[@]bad[.]example', 'email', 'billing@bad.example'],
    ['billing[at]bad[dot]example', 'email', 'billing@bad.example'],
  ])('%s is the %s %s', (written, type, canonical) => {
    expect(parseIndicator(written)).toEqual(indicator(type, canonical));
  });

  it('keeps the joiners that a script needs', () => {
    // Two different names in Persian spelling: with the joiner, and without it.
    expect(parseIndicator('نامه\u200cای.example')).not.toEqual(parseIndicator('نامهای.example'));
  });
});

describe('what is not an indicator is refused with its reason', () => {
  it.each([
    ['', 'empty'],
    [' \t\n', 'empty'],
    ['\u200b', 'empty'],
    ['not a domain', 'not-an-indicator'],
    ['bad..example', 'not-an-indicator'],
    ['-bad.example', 'not-an-indicator'],
    ['.bad.example', 'not-an-indicator'],
    ['%62ad.example', 'not-an-indicator'],
    ['bad.example:8080', 'not-an-indicator'],
    ['bad[[[[[.]]]]]example', 'not-an-indicator'],
    ['a@b@bad.example', 'not-an-indicator'],
    ['14', 'not-an-indicator'],
    ['0177.0.0.1', 'not-an-indicator'],
    ['127.1', 'not-an-indicator'],
    ['2130706433', 'not-an-indicator'],
    ['0x7f.1', 'not-an-indicator'],
    ['１.２.３.４', 'not-an-indicator'],
    ['198.51.100.256', 'not-an-indicator'],
    ['198.51.100.7/33', 'not-an-indicator'],
    ['198.51.100.7/024', 'not-an-indicator'],
    ['198.51.100/24', 'not-an-indicator'],
    ['fe80::1%eth0', 'not-an-indicator'],
    ['http://', 'not-an-indicator'],
    ['http://bad..example/', 'not-an-indicator'],
    ['http://bad.example/\u0000', 'not-an-indicator'],
    ['user@bad.example/path', 'not-an-indicator'],
    ['javascript://bad.example/', 'unsupported-scheme'],
    ['file:///etc/passwd', 'unsupported-scheme'],
    ['*.bad.example', 'wildcard'],
  ])('%j: %s', (written, reason) => {
    expect(parseIndicator(written)).toEqual(rejected(reason));
  });
});

describe('what is too long is refused', () => {
  it.each([
    ['a label of 64 characters', `${'a'.repeat(64)}.example`, 'not-an-indicator'],
    ['a name of more than 253 characters', `${'a.'.repeat(125)}example`, 'too-long'],
    ['a URL of more than 2,048 characters', `http://bad.example/${'a'.repeat(2_030)}`, 'too-long'],
    ['a megabyte of text', 'a'.repeat(1_000_000), 'too-long'],
  ])('%s', (_, written, reason) => {
    expect(parseIndicator(written)).toEqual(rejected(reason));
  });

  it('but a URL of exactly 2,048 characters is kept whole', () => {
    const url = `http://bad.example/${'a'.repeat(2_048 - 'http://bad.example/'.length)}`;
    expect(parseIndicator(url)).toEqual(indicator('url', url));
  });
});

describe('an octal or decimal host in a URL is written as the address that a browser would call', () => {
  it.each(['http://0177.0.0.1/', 'http://2130706433/', 'http://127.1/', 'http://0x7f.1/'])(
    '%s',
    (written) => {
      expect(parseIndicator(written)).toEqual(indicator('url', 'http://127.0.0.1/'));
    },
  );
});

describe("the sender's word for the type must agree with the value", () => {
  it.each([
    ['ip', '198.51.100.7'],
    ['ip', '2001:db8::1'],
    ['IPv4-Addr', '198.51.100.0/24'],
    ['ip-dst', '198.51.100.7'],
    ['CIDR', '198.51.100.7/32'],
    ['hostname', 'bad.example'],
    ['domain-name', 'bad.example'],
    ['host', '198.51.100.7'],
    ['URL', 'hxxp://bad[.]example'],
    ['SHA-256', eicarSha256],
    ['file_hash', eicarSha256],
    ['email-src', 'billing@bad.example'],
    ['', 'bad.example'],
  ])('%s fits %s', (hint, value) => {
    expect(parseIndicator(value, hint).kind).toBe('indicator');
  });

  it.each([
    ['domain', '198.51.100.7'],
    ['domain', 'http://bad.example/'],
    ['url', 'bad.example'],
    ['ip', '198.51.100.0/24'],
    ['ipv6', '198.51.100.7'],
    ['md5', eicarSha256],
  ])('%s does not fit %s', (hint, value) => {
    expect(parseIndicator(value, hint)).toEqual(rejected('type-mismatch'));
  });

  it('refuses a word it does not know, since it may announce something else entirely', () => {
    expect(parseIndicator('bad.example', 'registry-key')).toEqual(rejected('unknown-type'));
    expect(parseIndicator('bad.example', '__proto__')).toEqual(rejected('unknown-type'));
  });
});

const domain = fc.domain();
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const anyIndicator = fc.oneof(domain, url, fc.ipV4(), fc.ipV6(), fc.emailAddress());
const disarmingTrouble = fc
  .array(
    fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '.',
        'dot',
        '@',
        'at',
        ':',
        '://',
        '\\',
        'hxxp',
        'http',
        '/',
        '?',
        '#',
        '%',
        'a',
        '1',
        '\u200b',
        '\u200d',
        'ü',
        '*',
      ],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('for any text', { timeout: 60_000 }, () => {
  it('answers, whatever the text and the hint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: undefined }), (text, hint) => {
        expect(['indicator', 'rejected']).toContain(parseIndicator(text, hint).kind);
      }),
    );
  });

  it('gives a canonical value back unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(anyIndicator, disarmingTrouble, fc.string({ unit: 'grapheme' })), (text) => {
        const parsed = parseIndicator(text);
        fc.pre(parsed.kind === 'indicator');
        expect(parseIndicator(parsed.indicator.value)).toEqual(parsed);
        expect(parseIndicator(parsed.indicator.value, parsed.indicator.type)).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads a disarmed indicator as the armed one', () => {
    const disarm = fc.constantFrom<(text: string) => string>(
      (text) => text.replaceAll('.', '[.]').replace(/^http/, 'hxxp'),
      (text) => text.replaceAll('.', '(dot)').replace('://', '[://]'),
      (text) => text.replaceAll('.', '\\.').replaceAll('@', '[at]'),
      (text) => text.replaceAll('.', '{.}').replace(':', '[:]'),
    );
    fc.assert(
      fc.property(anyIndicator, disarm, (text, write) => {
        expect(parseIndicator(write(text))).toEqual(parseIndicator(text));
      }),
    );
  });

  it('never turns one kind of thing into another', () => {
    fc.assert(
      fc.property(url, (text) => {
        const parsed = parseIndicator(text);
        if (parsed.kind === 'indicator') expect(parsed.indicator.type).toBe('url');
      }),
    );
  });
});

describe('hostile text takes no longer than honest text of its length', () => {
  it.each([
    '[',
    '(',
    '\\',
    '[.',
    '.]',
    '[dot',
    'a.',
    '@',
    '/',
    '%',
    '\u200d',
    'xn--',
    'ü.',
    'http://',
    '1.',
    ':',
  ])('a long run of %j', (piece) => {
    const text = piece.repeat(Math.floor(4_096 / piece.length));
    const elapsedMilliseconds = Array.from({ length: 20 }, () => {
      const startedAt = performance.now();
      parseIndicator(text);
      return performance.now() - startedAt;
    });
    // The fastest of many rounds: a busy machine slows some of them, never all.
    expect(Math.min(...elapsedMilliseconds)).toBeLessThan(5);
  });
});
