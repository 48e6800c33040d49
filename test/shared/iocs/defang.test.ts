import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang, defangText } from '#shared/iocs/defang.ts';
import { type IndicatorType, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';
import { refang } from '#shared/iocs/refang.ts';

const indicator = (type: IndicatorType, value: string) => ({
  type,
  value: indicatorValueSchema.parse(value),
});

describe('a disarmed indicator', () => {
  it.each([
    ['domain', 'bad.example', 'bad[.]example'],
    ['url', 'https://bad.example:8443/a.png?b=c.d', 'hxxps[:]//bad[.]example[:]8443/a.png?b=c.d'],
    ['url', 'http://[2001:db8::7]/', 'hxxp[:]//[2001[:]db8[:][:]7]/'],
    ['ipv4', '192.0.2.7', '192[.]0[.]2[.]7'],
    ['ipv6', '2001:db8::7', '2001[:]db8[:][:]7'],
    ['cidr', '192.0.2.0/24', '192[.]0[.]2[.]0/24'],
    ['email', 'ann@bad.example', 'ann[@]bad[.]example'],
    ['md5', 'd41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
  ] as const)('%s %s is written %s, and read back', (type, value, written) => {
    expect(defang(indicator(type, value))).toBe(written);
    expect(refang(written)).toBe(value);
  });

  it('is the same indicator again, whatever the URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const parsed = parseIndicator(url, 'url');
        fc.pre(parsed.kind === 'indicator');
        if (parsed.kind !== 'indicator') return;
        expect(defang(parsed.indicator)).not.toMatch(/https?:\/\//);
        expect(parseIndicator(defang(parsed.indicator), 'url')).toEqual(parsed);
      }),
    );
  });
});

describe('disarmed prose', () => {
  it.each([
    [
      'see https://bad.example/a.png and HTTP://b.example',
      'see hxxps[:]//bad[.]example/a[.]png and hxxp[:]//b[.]example',
    ],
    ['ask ann@corp.example.', 'ask ann[@]corp[.]example.'],
    ['почта.рф', 'почта[.]рф'],
    ['Splunk 9.1 says: done. Next…', 'Splunk 9.1 says: done. Next…'],
  ])('%s', (text, disarmed) => {
    expect(defangText(text)).toBe(disarmed);
  });
});
