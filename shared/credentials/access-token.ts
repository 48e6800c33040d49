import { z } from 'zod';

/**
 * Visible ASCII, as every bearer token is: anything else could not be sent in a header.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export const bearerTokenSchema = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'a token has visible ASCII characters only');

/** An access token as the minter stores it for the workers. */
export const storedAccessTokenSchema = z.object({
  accessToken: bearerTokenSchema,
  mintedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** The version of the key's secret that it was minted with; a key stored since then wants a token of its own. */
  keyVersionId: z.string().optional(),
  /** When the key itself ends, where that is known: so the health check learns it without reading the key. */
  keyExpiresAt: z.iso.datetime().optional(),
});

export type StoredAccessToken = z.infer<typeof storedAccessTokenSchema>;

/** A token in use. `versionId` names the stored version it came from, so that a bad one can be reported. */
export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly versionId: string;
}

/** Where workers get the access token of one organisation. */
export interface TokenSource {
  /** A token that is not about to expire: from memory, from the secret, or freshly minted. */
  current(): Promise<AccessToken>;
  /**
   * Says that the API refused `failed`, and gives the one to try instead: the stored one if it has changed since,
   * otherwise a freshly minted one.
   * @throws ConfigurationProblem when no other token can be had: the key itself is refused
   * @throws RetryLater when no other token can be had now
   */
  replace(failed: AccessToken): Promise<AccessToken>;
}
