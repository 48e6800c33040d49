import { describe, expect, it } from 'vitest';
import { formatPartRanges, parsePartRanges } from '#shared/approvals/part-ranges.ts';

describe('parts in a link', () => {
  it.each([
    [[0], '0'],
    [[0, 1, 2], '0-2'],
    [[7, 0, 2, 1, 1], '0-2_7'],
    [[0, 2, 4], '0_2_4'],
    [[9_998, 9_999], '9998-9999'],
  ])('%j are written %s and read back', (parts, text) => {
    expect(formatPartRanges(parts)).toBe(text);
    expect(parsePartRanges(text, 100)).toEqual([...new Set(parts)].toSorted((one, other) => one - other));
  });

  it.each(['', '_', '1_', '2-1', '1-', '1_1', '2_1', '0_1', '01', '1--2', '0-99999', '100000', '-1', '1 '])(
    '%j is none of them',
    (text) => {
      expect(parsePartRanges(text, 100)).toBeUndefined();
    },
  );

  it('more than wanted are refused before they are counted out', () => {
    expect(parsePartRanges('0-99', 100)).toHaveLength(100);
    expect(parsePartRanges('0-100', 100)).toBeUndefined();
    expect(parsePartRanges('0-98_100-101', 100)).toBeUndefined();
  });
});
