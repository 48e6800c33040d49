import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HmacAlgorithm } from '../../config/described-hmac.ts';
import {
  type Authentication,
  type PresentedCredentials,
  refused,
  type SecretMethod,
  validSecrets,
} from './authentication.ts';
import { type SigningTime, signingTimeProblem } from './signing-time.ts';

/** The length of each hash function's value, and so of its signatures, in bytes. */
export const signatureBytes = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const satisfies Record<
  HmacAlgorithm,
  number
>;

/** What a delivery claims: signatures over certain bytes. */
export interface SignedDelivery {
  readonly kind: 'signed';
  /** Of the algorithm's length; one that fits is enough. */
  readonly signatures: readonly Buffer[];
  /** The signed bytes in their order; text is UTF-8. */
  readonly content: readonly (string | Buffer)[];
  readonly signedAt?: SigningTime;
  /** The sender's id of this delivery, when it is part of `content`. */
  readonly id?: string;
}

/** A scheme in which the sender signs with HMAC: everything in which such schemes differ. */
export interface HmacScheme extends Pick<SecretMethod, 'challenge' | 'secretSchema'> {
  readonly algorithm: HmacAlgorithm;
  readonly keyOf: (secret: string) => Buffer;
  /** Finds signatures and signed bytes, or tells what is missing. */
  readonly read: (presented: PresentedCredentials) => SignedDelivery | ReturnType<typeof refused>;
}

/** Verifies deliveries of one HMAC scheme: time first, since it costs nothing, then the signature over the raw body. */
export function hmacMethod(scheme: HmacScheme): SecretMethod {
  const { challenge, secretSchema, algorithm, keyOf, read } = scheme;
  return {
    proof: 'secret',
    challenge,
    secretSchema,
    authenticate(presented, secret): Authentication {
      const delivery = read(presented);
      if (delivery.kind === 'refused') return delivery;

      const timeProblem = delivery.signedAt && signingTimeProblem(delivery.signedAt, presented.receivedAt);
      if (timeProblem !== undefined) return refused(timeProblem);

      const isAuthentic = validSecrets(secret).some((valid) => {
        const hmac = createHmac(algorithm, keyOf(valid));
        for (const part of delivery.content) hmac.update(part);
        const expected = hmac.digest();
        return delivery.signatures.some(
          (signature) => signature.length === expected.length && timingSafeEqual(signature, expected),
        );
      });
      return isAuthentic
        ? { kind: 'authentic', deliveryId: delivery.id ?? nameOf(presented.body) }
        : refused(
            'the signature fits none of the valid secrets: the sender may hold an old secret or one with white space in it, or the body was changed after signing',
          );
    },
  };
}

/** Where no id is signed, the body is the delivery: the same bytes again are a repeat, whatever headers come with them. */
function nameOf(body: Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
