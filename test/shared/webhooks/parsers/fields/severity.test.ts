import { expect, it } from 'vitest';
import { severityOfNumber, severityOfWord, worstSeverity } from '#shared/webhooks/parsers/fields/severity.ts';

it.each([
  ['High', 'high'],
  [' CRITICAL ', 'critical'],
  ['Highest', 'critical'],
  ['P1', 'critical'],
  ['moderate', 'medium'],
  ['info', 'informational'],
  ['whatever', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('the word %j is %j', (word, severity) => {
  expect(severityOfWord(word)).toBe(severity);
});

it.each([
  [0, 'informational'],
  [1, 'low'],
  ['5', 'medium'],
  [7, 'high'],
  [10, 'critical'],
  ['', undefined],
  ['high', undefined],
  [Number.NaN, undefined],
])(
  'on a scale that is low from 1, medium from 4, high from 7 and critical from 9, %j is %j',
  (number, severity) => {
    expect(severityOfNumber(number, [1, 4, 7, 9])).toBe(severity);
  },
);

it('the worst of several counts', () => {
  expect(worstSeverity(['low', undefined, 'high', 'medium'])).toBe('high');
  expect(worstSeverity([undefined])).toBeUndefined();
});
