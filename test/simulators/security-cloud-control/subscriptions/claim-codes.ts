import type { ProductOffer } from './products.ts';
import type { Subscription } from './subscriptions.ts';

/** What was sold. Whoever redeems the code first has it. */
export interface ClaimCode {
  readonly code: string;
  readonly subscriptionName: string;
  readonly type: Subscription['type'];
  readonly expiresAt: Date | null;
  /** The organisation that has redeemed it. */
  readonly usedBy: string | null;
  readonly products: readonly ProductOffer[];
}

/** Why a claim code is not taken; the code itself is quoted, as a gateway might. */
export function whyNotTaken({ code, expiresAt, usedBy }: ClaimCode, now: Date): string | undefined {
  if (usedBy !== null) return `Claim code ${code} has already been used`;
  if (expiresAt !== null && expiresAt <= now) return `Claim code ${code} has expired`;
  return undefined;
}

/** All claim codes that there are. */
export class ClaimCodes {
  readonly #codes = new Map<string, ClaimCode>();

  /** Adds the code, or replaces the same one. */
  put(claimCode: ClaimCode): void {
    this.#codes.set(claimCode.code, claimCode);
  }

  find(code: string): ClaimCode | undefined {
    return this.#codes.get(code);
  }

  all(): readonly ClaimCode[] {
    return [...this.#codes.values()];
  }

  clear(): void {
    this.#codes.clear();
  }
}
