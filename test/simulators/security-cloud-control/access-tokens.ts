import { randomUUID } from 'node:crypto';
import { sha256Of } from '../http/bearer-token.ts';
import { jsonWebToken } from '../http/json-web-token.ts';
import { type ApiKey, scopesOf } from './api-keys.ts';
import type { Settings } from './settings.ts';

/**
 * How long an access token lives: 18 hours less a second.
 *
 * @see https://developer.cisco.com/docs/security-cloud-control/authentication
 */
export const accessTokenLifetimeSeconds = 64_799;

/** An access token that a refresh returned. */
export interface IssuedAccessToken {
  readonly apiKeyId: string;
  readonly scopes: readonly string[];
  expiresAt: Date;
}

/** The access tokens issued so far, found by their hash. */
export class AccessTokens {
  readonly #bySha256 = new Map<string, IssuedAccessToken>();

  /** Makes a token whose claims say when it expires, in the unit that the switch names. */
  issue(apiKey: ApiKey, now: Date, { expiryClaim, olderAccessTokens }: Settings): string {
    if (olderAccessTokens === 'die') this.#endAllOf(apiKey.apiKeyId, now);
    const expiresAt = new Date(now.getTime() + accessTokenLifetimeSeconds * 1_000);
    const unit = expiryClaim === 'milliseconds' ? 1 : 1_000;
    const scopes = scopesOf[apiKey.role];
    const token = jsonWebToken({
      iss: 'security-cloud-control-simulator',
      sub: apiKey.apiKeyId,
      orgId: apiKey.organisation.idInTokens,
      scp: scopes,
      iat: Math.floor(now.getTime() / unit),
      exp: Math.floor(expiresAt.getTime() / unit),
      jti: randomUUID(),
    });
    this.#bySha256.set(sha256Of(token), { apiKeyId: apiKey.apiKeyId, scopes, expiresAt });
    return token;
  }

  findBySha256(sha256: string): Readonly<IssuedAccessToken> | undefined {
    return this.#bySha256.get(sha256);
  }

  /** Ends a token's life ahead of its time. */
  expire(token: string, now: Date): void {
    const issued = this.#bySha256.get(sha256Of(token));
    if (issued) issued.expiresAt = now;
  }

  clear(): void {
    this.#bySha256.clear();
  }

  #endAllOf(apiKeyId: string, now: Date): void {
    for (const issued of this.#bySha256.values()) {
      if (issued.apiKeyId === apiKeyId && issued.expiresAt > now) issued.expiresAt = now;
    }
  }
}
