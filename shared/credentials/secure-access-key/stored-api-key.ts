import { z } from 'zod';
import { apiKeySchema } from '../../cisco/secure-access/request-access-token.ts';

/**
 * The API key's secret, as its rotation reads and writes it. A person stores `{ "key": "…", "secret": "…" }`, and
 * everything else is found out.
 */
export const storedApiKeySchema = apiKeySchema.extend({
  /** Cisco's id of the key, by which it is deleted; not the `key` itself. */
  keyId: z.string().min(1).optional(),
  name: z.string().optional(),
  createdAt: z.iso.datetime().optional(),
  /** Written just before the promotion, so that the key it replaced is deleted late enough. */
  promotedAt: z.iso.datetime().optional(),
  /** The key in whose place it was made: the version that held it, and Cisco's id of it. */
  replaces: z.object({ versionId: z.string(), keyId: z.string().min(1) }).optional(),
});

export type StoredApiKey = z.infer<typeof storedApiKeySchema>;
