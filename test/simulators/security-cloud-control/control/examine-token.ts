import { isUsable } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { type IssuedRefreshToken, isAlive } from '../refresh-tokens.ts';

/** What became of a token. */
export type ExaminedToken =
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'refresh-token'; readonly apiKeyId: string } & RefreshTokenState)
  | {
      readonly kind: 'access-token';
      readonly apiKeyId: string;
      readonly works: boolean;
      readonly expiresAt: Date;
    };

export interface RefreshTokenState {
  /** Whether a refresh with it would succeed now. */
  readonly works: boolean;
  /** Whether no other was issued for its key afterwards. The newest that was not stored is a lost one. */
  readonly newest: boolean;
  /** Refreshes that it was good for. */
  readonly timesUsed: number;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Finds a token by its hash and says whether it works. */
export function examineToken(sha256: string, cloud: Cloud): ExaminedToken {
  const refreshToken = cloud.refreshTokens.findBySha256(sha256);
  if (refreshToken) {
    const { apiKeyId } = refreshToken;
    return { kind: 'refresh-token', apiKeyId, ...refreshTokenState(refreshToken, cloud) };
  }
  const accessToken = cloud.accessTokens.findBySha256(sha256);
  if (!accessToken) return { kind: 'unknown' };
  const { apiKeyId, expiresAt } = accessToken;
  const works = expiresAt > cloud.clock.now() && isKeyUsable(apiKeyId, cloud);
  return { kind: 'access-token', apiKeyId, works, expiresAt };
}

export function refreshTokenState(issued: IssuedRefreshToken, cloud: Cloud): RefreshTokenState {
  const { apiKeyId, timesUsed, issuedAt, expiresAt } = issued;
  return {
    works: isAlive(issued, cloud.clock.now()) && isKeyUsable(apiKeyId, cloud),
    newest: cloud.refreshTokens.isNewest(issued),
    timesUsed,
    issuedAt,
    expiresAt,
  };
}

function isKeyUsable(apiKeyId: string, cloud: Cloud): boolean {
  const apiKey = cloud.keys.find(apiKeyId);
  return apiKey !== undefined && isUsable(apiKey, cloud.clock.now());
}
