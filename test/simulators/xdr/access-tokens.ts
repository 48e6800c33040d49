import { sha256Of } from '../http/bearer-token.ts';
import { jsonWebToken } from '../http/json-web-token.ts';

/**
 * How long an access token lives.
 *
 * @see https://developer.cisco.com/docs/cisco-xdr/authentication
 */
export const tokenLifetimeSeconds = 600;

/** Whom a token was issued to, and what it may do. */
export interface TokenHolder {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

interface IssuedToken extends TokenHolder {
  readonly expiresAt: Date;
}

/** The tokens issued so far, found by their hash. */
export class AccessTokens {
  readonly #bySha256 = new Map<string, IssuedToken>();

  issue(holder: TokenHolder, now: Date): string {
    const expiresAt = new Date(now.getTime() + tokenLifetimeSeconds * 1_000);
    const token = jsonWebToken({ iss: 'IROH Auth', sub: holder.clientId, exp: expiresAt.getTime() / 1_000 });
    this.#bySha256.set(sha256Of(token), { ...holder, expiresAt });
    return token;
  }

  /** The holder of a token that has not expired. */
  holderOf(token: string, now: Date): TokenHolder | undefined {
    const issued = this.#bySha256.get(sha256Of(token));
    return issued && issued.expiresAt > now ? issued : undefined;
  }

  /** Ends a token's life ahead of its time. */
  expire(token: string): void {
    this.#bySha256.delete(sha256Of(token));
  }

  clear(): void {
    this.#bySha256.clear();
  }
}
