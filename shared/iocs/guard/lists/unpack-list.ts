import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { RefusedInput } from '../../../errors/refused-input.ts';

/** A million lines of a ranking are 30 MB. */
export const mostUnpackedBytes = 128 * 1024 * 1024;

/**
 * The text in a download: the one file of a ZIP archive, what was packed by gzip, or the bytes themselves.
 * The bytes tell which, because addresses and content types often do not.
 * @throws RefusedInput when it cannot be unpacked, or is larger than {@link mostUnpackedBytes}
 */
export function unpackList(bytes: Uint8Array): string {
  const unpacked = isZip(bytes) ? unzipped(bytes) : isGzip(bytes) ? gunzipped(bytes) : bytes;
  if (unpacked.length > mostUnpackedBytes) throw tooLarge();
  return new TextDecoder().decode(unpacked);
}

const isZip = ([first, second]: Uint8Array) => first === 0x50 && second === 0x4b;
const isGzip = ([first, second]: Uint8Array) => first === 0x1f && second === 0x8b;

function gunzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes });
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge
      ? tooLarge()
      : new RefusedInput('It begins like gzip and cannot be unpacked.', { cause });
  }
}

/** Only the first file is unpacked, and only if it says that it is small enough: no more memory is then given to it. */
function unzipped(bytes: Uint8Array): Uint8Array {
  let first: string | undefined;
  let isTooLarge = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (first !== undefined || name.endsWith('/')) return false;
        first = name;
        isTooLarge = originalSize > mostUnpackedBytes;
        return !isTooLarge;
      },
    });
  } catch (cause) {
    throw new RefusedInput('It begins like a ZIP archive and cannot be unpacked.', { cause });
  }
  if (isTooLarge) throw tooLarge();
  const content = first === undefined ? undefined : files[first];
  if (content === undefined) throw new RefusedInput('The ZIP archive holds no file.');
  return content;
}

function tooLarge(): RefusedInput {
  return new RefusedInput(
    `Unpacked, it is larger than ${mostUnpackedBytes / 1024 / 1024} MB: that is no list for the guard.`,
  );
}
