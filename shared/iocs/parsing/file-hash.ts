import type { Recognised } from './address.ts';

export type FileHashType = 'md5' | 'sha1' | 'sha256' | 'sha512';

const typeByLength = new Map<number, FileHashType>([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
]);

/** A file hash in hexadecimal; its length tells its type. */
export function recogniseFileHash(text: string): Recognised<FileHashType> | undefined {
  const type = typeByLength.get(text.length);
  return type && /^[0-9a-f]+$/i.test(text) ? { type, value: text.toLowerCase() } : undefined;
}
