import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type AuthenticationMethod, validSecrets } from './authentication.ts';

/** The characters of a bearer token by RFC 6750. */
const tokenCharacters = /^[A-Za-z0-9._~+/-]+=*$/;

const bearer = /^Bearer +([^ ]+) *$/i;

const digestOf = (token: string) => createHash('sha256').update(token, 'utf8').digest();

/**
 * A token in the `Authorization` header, for senders that cannot sign. It proves the sender, not the body.
 * Digests are compared, so that neither the time nor the length of a token tells anything about ours.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750
 */
export const bearerToken: AuthenticationMethod = {
  challenge: 'Bearer',
  secretSchema: z
    .string()
    .trim()
    .min(16, 'a bearer token has at least 16 characters')
    .regex(tokenCharacters, 'a bearer token is of A-Z, a-z, 0-9 and . _ ~ + / - ='),

  authenticate({ headers }, secret) {
    const authorization = headers.get('authorization');
    if (authorization === undefined) {
      return { kind: 'refused', likelyCause: 'the header Authorization: Bearer <token> must be sent' };
    }
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) {
      return {
        kind: 'refused',
        likelyCause: 'the header Authorization must be the word Bearer, a space and the token',
      };
    }
    const presented = digestOf(token);
    const isAuthentic = validSecrets(secret).some((valid) => timingSafeEqual(presented, digestOf(valid)));
    return isAuthentic
      ? { kind: 'authentic' }
      : {
          kind: 'refused',
          likelyCause:
            'the token is none of the valid ones: the sender may hold an old one, or that of another connection',
        };
  },
};
