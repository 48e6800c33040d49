import { RefusedInput } from '../../errors/refused-input.ts';

/** A roster of 100,000 people has some 20 MB; what is larger is something else. */
const mostBytes = 32 * 1_048_576;

const encodings = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const;
type Encoding = keyof typeof encodings;

/**
 * The text in a file as spreadsheets and personnel systems save it: UTF-8 or UTF-16 in either order of bytes, each with
 * or without byte order mark.
 *
 * @throws RefusedInput when it is too large, or in another encoding: names would be spelled wrongly then, and
 *   addresses made from them would be somebody else's.
 */
export function decodeTextFile(bytes: Uint8Array): string {
  if (bytes.length > mostBytes) {
    throw new RefusedInput(`The file has ${bytes.length} bytes; at most ${mostBytes} are taken. Split it.`);
  }
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text === undefined || text.includes('\0')) {
    throw new RefusedInput(
      `The file is not text in ${encodings[encoding]}, or it ends inside a character. Save it as UTF-8 ("CSV UTF-8" in Excel) and send it again.`,
    );
  }
  return text;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By the mark, or by where the zeros stand: headers are mostly ASCII, of which UTF-16 has one zero each. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 200);
  const zerosAt = (parity: 0 | 1) =>
    sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const enough = sample.length / 4;
  if (zerosAt(1) > enough) return 'utf-16le';
  return zerosAt(0) > enough ? 'utf-16be' : 'utf-8';
}
