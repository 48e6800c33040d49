import { z } from 'zod';
import { storedAccessTokenSchema } from '../access-token.ts';

/**
 * An access token of Secure Access with what the minter has recorded of the API key behind it. That is how the end
 * of a key is known to those who may not read the key.
 */
export const tokenWithRecordedExpirySchema = storedAccessTokenSchema.extend({
  /** When the API key ends, where that is known. */
  keyExpiresAt: z.iso.datetime().optional(),
});

export type TokenWithRecordedExpiry = z.infer<typeof tokenWithRecordedExpirySchema>;
