import { z } from 'zod';
import { refused, type SecretMethod } from './authentication.ts';
import { isValidSecret } from './valid-secret.ts';

/**
 * A secret as the last part of the address, for senders that can set neither a header nor a signature. Addresses
 * are written down in many places, so the configuration takes this only together with address ranges.
 */
export const urlSecret: SecretMethod = {
  proof: 'secret',
  challenge: 'Url-Secret',
  secretSchema: z
    .string()
    .trim()
    .min(32, 'a secret in an address has at least 32 characters')
    .regex(/^[A-Za-z0-9_-]+$/, 'a secret in an address is of A-Z, a-z, 0-9, - and _'),

  authenticate(presented, secret) {
    if (!presented.urlSecret) {
      return refused('the address must be /webhooks/, the name of the connection, a slash and its secret');
    }
    return isValidSecret(presented.urlSecret, secret)
      ? { kind: 'authentic' }
      : refused(
          "the address' last part is none of the valid secrets: the sender may hold an old one, or that of another connection",
        );
  },
};
