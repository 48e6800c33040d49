import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorOf, isEnrichable, observableOf } from '#shared/cisco/xdr/observable.ts';
import { type IndicatorType, indicatorTypes } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

const sha256 = 'a'.repeat(64);

describe('an indicator', () => {
  it.each<[type: IndicatorType, value: string, observableType: string]>([
    ['domain', 'bad.example', 'domain'],
    ['url', 'https://bad.example/a', 'url'],
    ['ipv4', '203.0.113.7', 'ip'],
    ['ipv6', '2001:db8::1', 'ipv6'],
    ['md5', 'a'.repeat(32), 'md5'],
    ['sha1', 'a'.repeat(40), 'sha1'],
    ['sha256', sha256, 'sha256'],
    ['email', 'eve@bad.example', 'email'],
  ])('of type %s (%s) is asked for as %s, and recognised in the answer', (type, value, observableType) => {
    const parsed = parseIndicator(value);
    if (parsed.kind !== 'indicator' || !isEnrichable(parsed.indicator)) throw new Error('it can be enriched');

    expect(parsed.indicator.type).toBe(type);
    expect(observableOf(parsed.indicator)).toEqual({ type: observableType, value });
    expect(indicatorOf({ type: observableType, value })).toEqual(parsed.indicator);
  });

  it.each(['192.0.2.0/24', 'a'.repeat(128)])('such as %s has no word in XDR', (value) => {
    const parsed = parseIndicator(value);

    expect(parsed.kind === 'indicator' && isEnrichable(parsed.indicator)).toBe(false);
  });

  it('of any type and text either cannot be asked for, or comes back as it was', () => {
    const hexadecimal = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
    const text = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.domain(),
      fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }),
      fc.emailAddress(),
      ...[32, 40, 64, 128].map(hexadecimal),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (value) => {
        const parsed = parseIndicator(value);
        if (parsed.kind !== 'indicator' || !isEnrichable(parsed.indicator)) return;
        expect(indicatorOf(observableOf(parsed.indicator))).toEqual(parsed.indicator);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an observable', () => {
  it.each([
    ['hostname', 'ws-1.corp.example'],
    ['user', 'eve@bad.example'],
    ['file_name', 'bad.example'],
    ['toString', 'bad.example'],
    ['domain', '203.0.113.7'],
    ['ip', 'bad.example'],
    ['sha256', 'a'.repeat(32)],
    ['ip', '192.0.2.0/24'],
  ])('of type %s with the value %s is no indicator', (type, value) => {
    expect(indicatorOf({ type, value })).toBeUndefined();
  });

  it.each([
    ['ip', '2001:DB8::1', 'ipv6', '2001:db8::1'],
    ['domain', 'Bad.Example.', 'domain', 'bad.example'],
    ['sha256', sha256.toUpperCase(), 'sha256', sha256],
  ])('of type %s written %s is read in our spelling', (type, written, ourType, value) => {
    expect(indicatorOf({ type, value: written })).toEqual({ type: ourType, value });
  });

  it('of any type and value is an indicator that can be enriched, or none', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...indicatorTypes, 'ip', 'hostname'), (value, type) => {
        const indicator = indicatorOf({ type, value });
        expect(indicator === undefined || isEnrichable(indicator)).toBe(true);
      }),
    );
  });
});
