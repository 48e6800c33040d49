import { z } from 'zod';

/** A secret as a sender's console shows it: white space around it comes from copying and is dropped. */
export const sharedSecretSchema = z
  .string()
  .trim()
  .min(16, 'a secret has at least 16 characters')
  .max(1_000, 'a secret has at most 1000 characters');

/** A secret that is base64 of the key itself. */
export function base64SecretSchema(shortestKeyBytes: number): z.ZodType<string> {
  return sharedSecretSchema
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'the secret is base64')
    .refine((secret) => Buffer.from(secret, 'base64').length >= shortestKeyBytes, {
      error: `the key has at least ${shortestKeyBytes} bytes`,
    });
}
