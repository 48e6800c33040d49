import { expect, it } from 'vitest';
import { reportTerm } from '#shared/cisco/secure-access/reports/report-term.ts';
import { type Indicator, type IndicatorType, indicatorSchema } from '#shared/iocs/indicator.ts';

const indicator = (type: IndicatorType, value: string): Indicator => indicatorSchema.parse({ type, value });

it.each<[type: IndicatorType, value: string, parameter: string, asked: string]>([
  ['domain', 'bad.example', 'domains', 'bad.example,*.bad.example'],
  ['url', 'https://bad.example/kit?a=1', 'urls', 'https://bad.example/kit?a=1'],
  ['url', 'https://bad.example/a,b', 'domains', 'bad.example,*.bad.example'],
  ['url', 'http://203.0.113.7:8080/a,b', 'ip', '203.0.113.7'],
  ['ipv4', '203.0.113.7', 'ip', '203.0.113.7'],
  ['ipv6', '2001:db8::7', 'ip', '2001:db8::7'],
])('asks the reports for the %s %s by %s=%s', (type, value, parameter, asked) => {
  expect(reportTerm(indicator(type, value))).toEqual({ parameter, value: asked });
});

it.each<[type: IndicatorType, value: string]>([
  ['cidr', '203.0.113.0/24'],
  ['sha256', 'a'.repeat(64)],
  ['email', 'someone@bad.example'],
])('cannot ask for a %s', (type, value) => {
  expect(reportTerm(indicator(type, value))).toBeUndefined();
});
