import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine } from '#shared/approvals/plain-line.ts';

describe('text from outside, as one line', () => {
  it.each([
    ['CASE-42', 'CASE-42'],
    ['CASE-42\r\nSubject: other', 'CASE-42 Subject: other'],
    ['a\u2028b\u2029c\u0085d', 'a b c d'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['zero\u200Bwidth', 'zero width'],
    ['\u0007\u001b[31mred', '[31mred'],
    ['  spaced   out  ', 'spaced out'],
    ['Ann Müller 安', 'Ann Müller 安'],
  ])('%j becomes %j', (text, line) => {
    expect(plainLine(text, 100)).toBe(line);
  });

  it('is cut where it is too long, and shows it', () => {
    expect(plainLine('abcdef', 4)).toBe('abc…');
    expect(plainLine('😀😀😀😀', 3)).toBe('😀😀…');
  });

  it('never holds a control character or more than was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, most) => {
        const line = plainLine(text, most);
        expect([...line].length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
