import { describe, expect, it } from 'vitest';
import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';
import { extractionCases, faultsOf, reportCase } from './extraction-case.ts';

const cases = extractionCases();

describe('each case of the fixtures gives its expected answer', () => {
  it.each(cases.map((one) => [one.id, one.what, one] as const))('%s: %s', (_id, _what, one) => {
    expect(faultsOf(one, extractIndicators(one.text))).toEqual([]);
  });
});

it('at least 97 % of the cases are right, and there are at least 60 of them', () => {
  const right = cases.filter((one) => faultsOf(one, extractIndicators(one.text)).length === 0);
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(right.length / cases.length).toBeGreaterThanOrEqual(0.97);
});

it('a whole report gives its indicators and nothing else', () => {
  const report = reportCase('cold-harvest');
  expect(faultsOf(report, extractIndicators(report.text))).toEqual([]);
});

it('a case is right wherever in a longer text it stands', () => {
  const neighbours = 'The text before.\n\n%\n\nThe text behind.';
  for (const one of cases) {
    expect(faultsOf(one, extractIndicators(neighbours.replace('%', () => one.text))), one.id).toEqual([]);
  }
});

it('values keep the order in which the text first mentions them', () => {
  const { domains } = extractIndicators('b.example a[.]example B.example c.example a.example');
  expect(domains).toEqual(['b.example', 'a.example', 'c.example']);
});

describe('what stands around a name decides what it is', () => {
  it.each<[text: string, domains: string[]]>([
    ['loader.py', []],
    ['loader[.]py', ['loader.py']],
    ['the domain loader.py', ['loader.py']],
    ['www.loader.py', ['www.loader.py']],
    ['http://loader.py/', []],
    ['evil.app', ['evil.app']],
    ['the file evil.app', []],
    ['downloaded the file from evil.app', ['evil.app']],
    ['the process connects to evil.app', ['evil.app']],
    ['extracted from archive.zip', []],
    ['bad.com(phishing)', ['bad.com']],
    ['bad.ru(1)', ['bad.ru']],
    ['bad.com(identified later)', ['bad.com']],
    ['tcp://bücher.example:443', ['xn--bcher-kva.example']],
    ['document.write(x)', []],
    ['bad.com=1', ['bad.com']],
    ['log.info=1', []],
    ['bad.com?', ['bad.com']],
    ['…bad.com', []],
    ['bad．com', ['bad.com']],
    ['domain=bad.com', ['bad.com']],
    ['$bad.com', []],
    ['a/bad.com', []],
    ['[1]bad.com', ['bad.com']],
    ['[+]bad.com', ['bad.com']],
    ['[victim]bad.com', []],
    ['<td>bad.com</td>', ['bad.com']],
    ['https://<victim>.bad.com', []],
    ['bad.com[1]', ['bad.com']],
    ['bad.co[redacted]', []],
  ])('%s', (text, domains) => {
    expect(extractIndicators(text).domains).toEqual(domains);
  });
});
