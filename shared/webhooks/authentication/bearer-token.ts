import { z } from 'zod';
import { refused, type SecretMethod } from './authentication.ts';
import { isValidSecret } from './valid-secret.ts';

/** The characters of a bearer token by RFC 6750. */
const tokenCharacters = /^[A-Za-z0-9._~+/-]+=*$/;

const bearer = /^Bearer +([^ ]+) *$/i;

/**
 * A token in the `Authorization` header, for senders that cannot sign. It proves the sender, not the body.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750
 */
export const bearerToken: SecretMethod = {
  proof: 'secret',
  challenge: 'Bearer',
  secretSchema: z
    .string()
    .trim()
    .min(16, 'a bearer token has at least 16 characters')
    .regex(tokenCharacters, 'a bearer token is of A-Z, a-z, 0-9 and . _ ~ + / - ='),

  authenticate({ headers }, secret) {
    const authorization = headers.get('authorization');
    if (authorization === undefined) {
      return refused('the header Authorization: Bearer <token> must be sent');
    }
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) {
      return refused('the header Authorization must be the word Bearer, a space and the token');
    }
    return isValidSecret(token, secret)
      ? { kind: 'authentic' }
      : refused(
          'the token is none of the valid ones: the sender may hold an old one, or that of another connection',
        );
  },
};
