import { createHash, timingSafeEqual } from 'node:crypto';
import { type ConnectionSecret, validSecrets } from './authentication.ts';

const digestOf = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/**
 * Whether what was presented is one of the valid secrets. Digests are compared, so that neither the time
 * nor the length of what was presented tells anything about ours.
 */
export function isValidSecret(presented: string, secret: ConnectionSecret): boolean {
  const digest = digestOf(presented);
  return validSecrets(secret).some((valid) => timingSafeEqual(digest, digestOf(valid)));
}
