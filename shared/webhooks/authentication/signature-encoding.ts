/** How a signature is written in a header. */
export type SignatureEncoding = 'hex' | 'base64';

const written = {
  hex: /^[0-9a-f]+$/i,
  base64: /^[A-Za-z0-9+/]+={0,2}$/,
} as const satisfies Record<SignatureEncoding, RegExp>;

/** A sender that rotates signs twice or thrice; more would only make us compute for nothing. */
const mostSignatures = 10;

/**
 * Reads the signatures of one header: those that begin with `prefix` and have the right length. Others belong to
 * versions of the scheme that are not known here, and are passed over.
 * @param bytes how long a signature of the scheme's hash function is
 */
export function readSignatures(
  texts: readonly string[],
  { prefix, encoding, bytes }: { prefix: string; encoding: SignatureEncoding; bytes: number },
): Buffer[] {
  return texts
    .slice(0, mostSignatures)
    .map((text) => text.trim())
    .filter((text) => text.startsWith(prefix) && written[encoding].test(text.slice(prefix.length)))
    .map((text) => Buffer.from(text.slice(prefix.length), encoding))
    .filter((signature) => signature.length === bytes);
}
