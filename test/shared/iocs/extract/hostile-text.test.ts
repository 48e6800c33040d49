import { describe, expect, it } from 'vitest';
import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';

const pieces = [
  ...[
    '[',
    '(',
    '[.',
    '.]',
    '[.]',
    '[dot]',
    '[:]',
    '[at]',
    '\\',
    '\\.',
    '<',
    '*',
    '.',
    'a.',
    '1',
    'a',
    'a-',
    ':',
    'a:',
  ],
  ...[
    '1:2:',
    '@',
    'a@',
    '=a@',
    '/',
    '%',
    '://',
    'http://',
    'http://[',
    'hxxp[:]//',
    'hxxp[:]//a[.]com/',
    ',http://',
  ],
  ...['\u200b', '\u200d', 'ü.', '\u0091', ' . com', '1 . 1 . 1 . 1 ', '[redacted]'],
  ...['https://urldefense.com/v3/__http://a.com/*__;!', 'https://x.safelinks.protection.outlook.com/?url='],
];

const barMilliseconds = 200;

/**
 * The fastest of a few rounds, or the first one under the bar: a busy machine slows some of them, never all.
 * Measured is the time that this thread has a processor, so that other tests are not counted.
 */
function fastestMilliseconds(text: string): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && fastest > barMilliseconds; round += 1) {
    const before = process.threadCpuUsage();
    extractIndicators(text);
    const { user, system } = process.threadCpuUsage(before);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
}

describe('a megabyte of hostile text takes no longer than a megabyte of anything', {
  timeout: 120_000,
}, () => {
  it.each(pieces)('%j again and again', (piece) => {
    const elapsed = fastestMilliseconds(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    if (elapsed <= barMilliseconds) return;
    // A busy machine: four times the text may take four times as long, and would take sixteen times if it were quadratic.
    const quarter = fastestMilliseconds(piece.repeat(Math.ceil(250_000 / piece.length)));
    expect(elapsed).toBeLessThan(10 * quarter);
  });

  it('brackets nested half a million deep', () => {
    expect(fastestMilliseconds('['.repeat(500_000) + ']'.repeat(500_000))).toBeLessThan(1_000);
  });
});

it('a name or URL beyond every limit is passed over', () => {
  const long = 'a'.repeat(5_000);
  const found = extractIndicators(
    `${long}.com http://bad.example/${long} ${long}@bad.example ${'1'.repeat(1_000)}`,
  );
  expect(Object.values(found).flat()).toEqual([]);
});
