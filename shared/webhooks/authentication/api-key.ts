import { z } from 'zod';
import { refused, type SecretMethod } from './authentication.ts';
import { isValidSecret } from './valid-secret.ts';

/**
 * A key in a header of the sender's choice, for senders that can set a header but not sign. It proves the sender,
 * not the body.
 * @param header its name, in any case
 */
export function apiKeyMethod(header: string): SecretMethod {
  return {
    proof: 'secret',
    challenge: `Api-Key header="${header}"`,
    secretSchema: z
      .string()
      .trim()
      .min(16, 'an API key has at least 16 characters')
      .regex(/^[\x21-\x7e]+$/, 'an API key is of visible ASCII characters without spaces'),

    authenticate({ headers }, secret) {
      const key = headers.get(header.toLowerCase());
      if (!key) return refused(`the header ${header} must be sent`);
      return isValidSecret(key.trim(), secret)
        ? { kind: 'authentic' }
        : refused(
            'the key is none of the valid ones: the sender may hold an old one, or that of another connection',
          );
    },
  };
}
