import { z } from 'zod';
import { refused, type SecretMethod } from './authentication.ts';
import { isValidSecret } from './valid-secret.ts';

const basicCredentials = /^Basic +([A-Za-z0-9+/_-]+={0,2}) *$/i;

const shortestPasswordCharacters = 16;

/**
 * A user name and a password in the `Authorization` header, for senders that know nothing else. It proves the
 * sender, not the body. The stored secret is `<user name>:<password>`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export const basic: SecretMethod = {
  proof: 'secret',
  challenge: 'Basic realm="webhooks", charset="UTF-8"',
  secretSchema: z
    .string()
    .trim()
    .regex(/^[^:]+:/, 'the secret is <user name>:<password>')
    .refine((secret) => secret.length - secret.indexOf(':') - 1 >= shortestPasswordCharacters, {
      error: `the password has at least ${shortestPasswordCharacters} characters`,
    }),

  authenticate({ headers }, secret) {
    const authorization = headers.get('authorization');
    if (authorization === undefined) {
      return refused('the header Authorization: Basic <base64 of user name:password> must be sent');
    }
    const encoded = basicCredentials.exec(authorization)?.[1];
    if (encoded === undefined) {
      return refused(
        'the header Authorization must be the word Basic, a space and base64 of user name:password',
      );
    }
    return isValidSecret(Buffer.from(encoded, 'base64').toString('utf8'), secret)
      ? { kind: 'authentic' }
      : refused(
          'user name or password are none of the valid ones: the sender may hold old ones, or those of another connection',
        );
  },
};
