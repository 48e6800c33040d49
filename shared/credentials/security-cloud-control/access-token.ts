import { z } from 'zod';
import { storedAccessTokenSchema } from '../access-token.ts';

/**
 * An access token of Security Cloud Control as it is stored: what workers read, and beside it when the refresh token
 * ends, so that the health check learns it without reading the API key.
 */
export const sccAccessTokenSchema = storedAccessTokenSchema.extend({
  /** As the refresh said that brought this access token; absent when it did not say. */
  refreshTokenExpiresAt: z.iso.datetime().optional(),
});

export type SccAccessToken = z.infer<typeof sccAccessTokenSchema>;
