import { sha256Of } from '../http/bearer-token.ts';

/** A token of an API-only user. It never expires; it works until it is revoked. */
export interface IssuedApiToken {
  readonly token: string;
  readonly userUid: string;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
}

/** Every API token ever issued, revoked ones too, so that a test can ask what became of the one it stored. */
export class ApiTokens {
  readonly #bySha256 = new Map<string, IssuedApiToken>();

  issue(userUid: string, token: string, now: Date): void {
    this.#bySha256.set(sha256Of(token), { token, userUid, issuedAt: now, revokedAt: null });
  }

  findBySha256(sha256: string): IssuedApiToken | undefined {
    return this.#bySha256.get(sha256);
  }

  /** All tokens of a user in order of issuing. */
  ofUser(userUid: string): readonly IssuedApiToken[] {
    return [...this.#bySha256.values()].filter((issued) => issued.userUid === userUid);
  }

  liveOf(userUid: string): readonly IssuedApiToken[] {
    return this.ofUser(userUid).filter(({ revokedAt }) => revokedAt === null);
  }

  /** Ends a token's life; nothing happens to one that is unknown or revoked. */
  revoke(token: string, now: Date): void {
    const issued = this.#bySha256.get(sha256Of(token));
    if (issued?.revokedAt === null) this.#bySha256.set(sha256Of(token), { ...issued, revokedAt: now });
  }

  revokeAllOf(userUid: string, now: Date): void {
    for (const { token } of this.liveOf(userUid)) this.revoke(token, now);
  }

  clear(): void {
    this.#bySha256.clear();
  }
}
