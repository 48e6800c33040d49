import { randomBytes } from 'node:crypto';
import { sha256Of } from '../http/bearer-token.ts';
import type { Settings } from './settings.ts';

/**
 * How long a refresh token lives: 60 days less a second.
 *
 * @see https://developer.cisco.com/docs/security-cloud-control/authentication
 */
export const refreshTokenLifetimeSeconds = 5_183_999;

/** With `from-day-45` another refresh token comes back only when no more than this is left. */
const renewalWindowSeconds = 15 * 86_400;

/** A refresh token that was handed out, by the console or by a refresh. */
export interface IssuedRefreshToken {
  readonly token: string;
  readonly apiKeyId: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Died when another one came back for it. */
  readonly replaced: boolean;
  /** Refreshes that it was good for. */
  readonly timesUsed: number;
}

/** What a refresh does to the chain of refresh tokens. */
export type Renewal =
  | { readonly kind: 'same' }
  | { readonly kind: 'another'; readonly expiresAt: Date; readonly replacedDies: boolean };

/** Decides whether a refresh brings another refresh token, how long it lives, and what becomes of the one used. */
export function decideRenewal(used: IssuedRefreshToken, now: Date, settings: Settings): Renewal {
  const secondsLeft = (used.expiresAt.getTime() - now.getTime()) / 1_000;
  if (settings.newRefreshToken === 'from-day-45' && secondsLeft > renewalWindowSeconds)
    return { kind: 'same' };
  return {
    kind: 'another',
    expiresAt:
      settings.refreshTokenLife === 'restarts'
        ? new Date(now.getTime() + refreshTokenLifetimeSeconds * 1_000)
        : used.expiresAt,
    replacedDies: settings.replacedRefreshToken === 'dies',
  };
}

/** Every refresh token ever issued, dead ones too, so that a test can ask what became of the one it stored. */
export class RefreshTokens {
  readonly #bySha256 = new Map<string, IssuedRefreshToken>();

  /** A person made a key in the console, which shows its first refresh token once. */
  issueByConsole(apiKeyId: string, token: string, now: Date): void {
    const expiresAt = new Date(now.getTime() + refreshTokenLifetimeSeconds * 1_000);
    this.#keep({ token, apiKeyId, issuedAt: now, expiresAt, replaced: false, timesUsed: 0 });
  }

  /** Uses a token for a refresh and gives the one to answer with: itself, or another. */
  renew(used: IssuedRefreshToken, renewal: Renewal, now: Date): IssuedRefreshToken {
    const timesUsed = used.timesUsed + 1;
    if (renewal.kind === 'same') return this.#keep({ ...used, timesUsed });
    this.#keep({ ...used, timesUsed, replaced: renewal.replacedDies });
    return this.#keep({
      token: randomBytes(48).toString('base64url'),
      apiKeyId: used.apiKeyId,
      issuedAt: now,
      expiresAt: renewal.expiresAt,
      replaced: false,
      timesUsed: 0,
    });
  }

  findBySha256(sha256: string): IssuedRefreshToken | undefined {
    return this.#bySha256.get(sha256);
  }

  /** The tokens of one key in order of issuing; the last is the newest. */
  ofKey(apiKeyId: string): readonly IssuedRefreshToken[] {
    return [...this.#bySha256.values()].filter((issued) => issued.apiKeyId === apiKeyId);
  }

  /** Whether no other token was issued for the key after this one. */
  isNewest(issued: IssuedRefreshToken): boolean {
    return this.ofKey(issued.apiKeyId).at(-1)?.token === issued.token;
  }

  forgetKey(apiKeyId: string): void {
    for (const { token } of this.ofKey(apiKeyId)) this.#bySha256.delete(sha256Of(token));
  }

  clear(): void {
    this.#bySha256.clear();
  }

  /** A map keeps the place of a key that is set again, so the order of issuing stays. */
  #keep(issued: IssuedRefreshToken): IssuedRefreshToken {
    this.#bySha256.set(sha256Of(issued.token), issued);
    return issued;
  }
}

/** Whether the token itself is still good; its key may yet be disabled. */
export function isAlive(issued: IssuedRefreshToken, now: Date): boolean {
  return !issued.replaced && issued.expiresAt > now;
}
