import { randomBytes } from 'node:crypto';
import { sha256Of } from '../http/bearer-token.ts';
import type { GrantedScope } from './scope.ts';

/**
 * How long an access token lives.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export const tokenLifetimeSeconds = 3_600;

/** Whom a token was issued to. It stays with the token when the key is deleted. */
export interface TokenHolder {
  readonly keyId: string;
  readonly scopes: readonly GrantedScope[];
  /** The organisation in which the token works: the key's own, or a child of it. */
  readonly organisationId: number;
}

export interface IssuedToken extends TokenHolder {
  readonly expiresAt: Date;
}

/** What a presented token turned out to be. */
export type TokenState =
  | { readonly kind: 'valid'; readonly holder: TokenHolder }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** The tokens issued so far, found by their hash; an expired one stays known, since it is answered in its own way. */
export class AccessTokens {
  readonly #bySha256 = new Map<string, IssuedToken>();

  issue(holder: TokenHolder, now: Date): string {
    const token = `eyJ${randomBytes(48).toString('base64url')}`;
    const expiresAt = new Date(now.getTime() + tokenLifetimeSeconds * 1_000);
    this.#bySha256.set(sha256Of(token), { ...holder, expiresAt });
    return token;
  }

  examine(token: string, now: Date): TokenState {
    const issued = this.#bySha256.get(sha256Of(token));
    if (!issued) return { kind: 'unknown' };
    return issued.expiresAt <= now ? { kind: 'expired' } : { kind: 'valid', holder: issued };
  }

  findBySha256(sha256: string): IssuedToken | undefined {
    return this.#bySha256.get(sha256);
  }

  /** Ends a token's life ahead of its time. */
  expire(token: string, now: Date): void {
    const issued = this.#bySha256.get(sha256Of(token));
    if (issued) this.#bySha256.set(sha256Of(token), { ...issued, expiresAt: now });
  }

  /** Makes every token of a key one that was never issued. */
  forgetKey(keyId: string): void {
    for (const [sha256, issued] of this.#bySha256) {
      if (issued.keyId === keyId) this.#bySha256.delete(sha256);
    }
  }

  clear(): void {
    this.#bySha256.clear();
  }
}
