import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces } from '#shared/webhooks/text-pieces.ts';

const bytesInJson = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2;

describe('a text is cut', () => {
  it.each<[what: string, text: string, mostBytes: number, pieces: string[]]>([
    ['not at all where it fits', 'one two', 12, ['one two']],
    ['into nothing where there is nothing', '', 12, []],
    ['behind lines', 'bad.example\nworse.example\n', 16, ['bad.example\n', 'worse.example\n']],
    [
      'behind words where a line does not fit',
      'a bad.example b worse.example',
      16,
      ['a bad.example b ', 'worse.example'],
    ],
    [
      'anywhere where a word does not fit',
      'x'.repeat(30),
      12,
      ['x'.repeat(12), 'x'.repeat(12), 'x'.repeat(6)],
    ],
  ])('%s', (_, text, mostBytes, pieces) => {
    expect(textPieces(text, mostBytes)).toEqual(pieces);
  });

  it('without loss, in order, into pieces that fit, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'é', '\u{1f980}', '\ud800', '"', '\u0000', ' ', '\n'),
          maxLength: 400,
        }),
        fc.integer({ min: 12, max: 60 }),
        (text, mostBytes) => {
          const pieces = textPieces(text, mostBytes);
          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) {
            expect(bytesInJson(piece)).toBeLessThanOrEqual(mostBytes);
            expect(piece).not.toBe('');
          }
        },
      ),
    );
  });

  it('never through an indicator that stands between spaces', () => {
    const words = Array.from({ length: 300 }, (_, index) => `host-${index}.example`);
    const pieces = textPieces(words.join(' '), 200);
    expect(pieces.flatMap((piece) => piece.trim().split(' '))).toEqual(words);
  });
});
