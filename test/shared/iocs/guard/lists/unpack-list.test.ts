import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { mostUnpackedBytes, unpackList } from '#shared/iocs/guard/lists/unpack-list.ts';

const text = '1,a.example\n2,ü.example\n';
const bytes = new TextEncoder().encode(text);

describe('a download', () => {
  it.each([
    ['as it is', bytes],
    ['packed by gzip', gzipSync(bytes)],
    ['in a ZIP archive', zipSync({ 'top-1m.csv': bytes })],
    [
      'first in a ZIP archive with more in it',
      zipSync({ 'top-1m.csv': bytes, 'readme.txt': new Uint8Array(9) }),
    ],
  ])('gives its text, %s', (_how, packed) => {
    expect(unpackList(packed)).toBe(text);
  });

  it.each([
    ['gzip that is cut off', gzipSync(bytes).subarray(0, 20), /gzip/],
    ['a ZIP archive that is cut off', zipSync({ 'a.csv': bytes }).subarray(0, 30), /ZIP/],
    ['a ZIP archive without a file', zipSync({}), /holds no file/],
    ['a bomb of gzip', gzipSync(Buffer.alloc(mostUnpackedBytes + 1)), /larger than 128 MB/],
    ['a bomb of ZIP', zipSync({ 'a.csv': new Uint8Array(mostUnpackedBytes + 1) }), /larger than 128 MB/],
  ])('that is %s is refused', (_what, packed, says) => {
    expect(() => unpackList(packed)).toThrow(RefusedInput);
    expect(() => unpackList(packed)).toThrow(says);
  });
});
