import { randomBytes } from 'node:crypto';

/**
 * How long an access token lives.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export const tokenLifetimeSeconds = 3_600;

/** What a presented token turned out to be. */
export type TokenState =
  | { readonly kind: 'valid'; readonly key: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

interface IssuedToken {
  readonly key: string;
  expiresAt: Date;
}

/** The tokens issued so far; an expired one stays known, since the cloud answers it in its own way. */
export class AccessTokens {
  readonly #issued = new Map<string, IssuedToken>();

  issue(key: string, now: Date): string {
    const token = `eyJ${randomBytes(48).toString('base64url')}`;
    this.#issued.set(token, { key, expiresAt: new Date(now.getTime() + tokenLifetimeSeconds * 1_000) });
    return token;
  }

  examine(token: string, now: Date): TokenState {
    const issued = this.#issued.get(token);
    if (!issued) return { kind: 'unknown' };
    return issued.expiresAt <= now ? { kind: 'expired' } : { kind: 'valid', key: issued.key };
  }

  /** Ends a token's life ahead of its time. */
  expire(token: string, now: Date): void {
    const issued = this.#issued.get(token);
    if (issued) issued.expiresAt = now;
  }

  clear(): void {
    this.#issued.clear();
  }
}
