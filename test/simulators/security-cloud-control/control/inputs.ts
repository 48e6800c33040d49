import { z } from 'zod';
import { roles } from '../api-keys.ts';
import { seededOrganisation } from '../seed.ts';

const expiresAtSchema = z.iso.datetime().nullable();

/** A key as a person would make it in the console, with the refresh token that the console would show. */
export const newKeySchema = z.strictObject({
  apiKeyId: z
    .uuid()
    .describe('With a known id: in the place of that key, all of whose tokens are forgotten.'),
  refreshToken: z
    .string()
    .regex(/^[\w.~+/=-]+$/, 'a refresh token is sent as a bearer token, so it has no white space'),
  organizationId: z.uuid().default(seededOrganisation.id).describe('Whose key it is.'),
  role: z.enum(roles).default('administrator'),
  expiresAt: expiresAtSchema.default(null).describe('No expiry date without it.'),
});

/** What a person can change about a key in the console. */
export const keyChangesSchema = z.strictObject({
  enabled: z.boolean().optional(),
  expiresAt: expiresAtSchema.optional(),
});

/** Names a token by the SHA-256 of its text in hexadecimal, so that the token itself is never sent or shown. */
export const examineSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the token, 64 hexadecimal digits in lower case'),
});

export type NewKeyInput = z.input<typeof newKeySchema>;
export type KeyChangesInput = z.input<typeof keyChangesSchema>;
