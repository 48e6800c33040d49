import { z } from 'zod';
import { bearerTokenSchema } from '../access-token.ts';

/** The API token's secret. A person stores `{ "token": "…" }`; the rotation writes the rest. */
export const storedFirewallManagerTokenSchema = z.object({
  token: bearerTokenSchema,
  /** The API-only user that it belongs to. */
  userUid: z.string().optional(),
  createdAt: z.iso.datetime().optional(),
  /** The version in whose place it was made. */
  replacesVersionId: z.string().optional(),
});

export type StoredFirewallManagerToken = z.infer<typeof storedFirewallManagerTokenSchema>;
