import { randomBytes } from 'node:crypto';

/**
 * A token that reads as a JSON Web Token. There is no key that its signature could be checked with:
 * only the cloud that issued it knows whether it works.
 *
 * @param signature any text without a dot; a fixed one makes the same token every time
 */
export function jsonWebToken(claims: object, signature = randomBytes(32).toString('base64url')): string {
  const header = { alg: 'RS256', typ: 'JWT', kid: 'simulator' };
  return `${encode(header)}.${encode(claims)}.${signature}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
