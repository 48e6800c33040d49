import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AuthenticationScheme } from '#shared/config/connection.ts';

/** What a sender needs to prove who it is: part of `stack.json`, so that tests and tools can call. */
export const senderAuthenticationSchema = z.discriminatedUnion('scheme', [
  z.object({
    scheme: z.literal('standard-webhooks'),
    /** `whsec_` and the signing key in base64. */
    secret: z.string().startsWith('whsec_'),
  }),
  z.object({
    scheme: z.literal('bearer-token'),
    token: z.string().min(1),
  }),
]);

export type SenderAuthentication = z.infer<typeof senderAuthenticationSchema>;

const signingKeyBytes = 32;
const tokenBytes = 32;

/** Makes a new secret for a sender, good for one local run. */
export function generateSenderAuthentication(
  scheme: AuthenticationScheme,
  random: (size: number) => Buffer = randomBytes,
): SenderAuthentication {
  switch (scheme) {
    case 'standard-webhooks':
      return { scheme, secret: `whsec_${random(signingKeyBytes).toString('base64')}` };
    case 'bearer-token':
      return { scheme, token: random(tokenBytes).toString('base64url') };
  }
}

/** The secret itself, as it is stored for the function that checks it. */
export function secretOf(authentication: SenderAuthentication): string {
  return authentication.scheme === 'bearer-token' ? authentication.token : authentication.secret;
}
