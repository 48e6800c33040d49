import type { OrganisationName } from '../config/names.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { Clock } from '../time/clock.ts';
import type { Sleep } from '../time/sleep.ts';
import type { StoredAccessToken } from './access-token.ts';
import type { ReadSecret } from './secret-reader.ts';

/**
 * A stored token with less time left than this is renewed, in seconds. The schedule comes every 10 minutes, so a
 * token is renewed once, when it is nearly expired, as Cisco asks, and is never found expired.
 */
const renewalMarginSeconds = 15 * 60;

const pollMilliseconds = 250;

export interface MintPorts {
  readonly readStored: () => Promise<ReadSecret<StoredAccessToken> | undefined>;
  readonly store: (token: StoredAccessToken) => Promise<void>;
  /** Asks the API for a token. */
  readonly requestToken: () => Promise<{ accessToken: string; expiresInSeconds: number }>;
  /** Runs alone in the whole fleet for this organisation, or answers `held`. */
  readonly tryLock: () => Promise<{ kind: 'acquired'; release(): Promise<void> } | { kind: 'held' }>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** When waiting for somebody else's mint must end. */
  readonly waitUntil: Date;
}

export type MintResult = { readonly kind: 'kept' | 'minted'; readonly expiresAt: string };

/**
 * Makes sure that the stored token is good, with one mint at a time in the whole fleet:
 *  1. Keep the stored token if it has time left and is not the one that failed.
 *  2. Take the mint lock; if somebody else mints, wait for theirs.
 *  3. Look again: the wait may have brought a token.
 *  4. Mint, and store.
 * @param failedVersionId the version of the stored token that the API refused
 */
export async function mintAccessToken(
  organisation: OrganisationName,
  failedVersionId: string | undefined,
  ports: MintPorts,
): Promise<MintResult> {
  for (;;) {
    const kept = await goodToken();
    if (kept) return kept;
    const lock = await ports.tryLock();
    if (lock.kind === 'acquired') {
      try {
        return (await goodToken()) ?? (await mint());
      } finally {
        await lock.release();
      }
    }
    if (ports.clock.now() >= ports.waitUntil) {
      throw new RetryLater(
        `Somebody else is minting a token for organisation ${organisation} and has not finished.`,
        { retryAfterSeconds: 5 },
      );
    }
    await ports.sleep(pollMilliseconds);
  }

  async function goodToken(): Promise<MintResult | undefined> {
    const stored = await ports.readStored();
    if (!stored || stored.versionId === failedVersionId) return undefined;
    const leftSeconds = (Date.parse(stored.value.expiresAt) - ports.clock.now().getTime()) / 1000;
    return leftSeconds > renewalMarginSeconds
      ? { kind: 'kept', expiresAt: stored.value.expiresAt }
      : undefined;
  }

  async function mint(): Promise<MintResult> {
    // Counted from before the request: our copy then ends a little earlier than the issuer's.
    const askedAt = ports.clock.now();
    const { accessToken, expiresInSeconds } = await ports.requestToken();
    const expiresAt = new Date(askedAt.getTime() + expiresInSeconds * 1000).toISOString();
    await ports.store({ accessToken, mintedAt: askedAt.toISOString(), expiresAt });
    return { kind: 'minted', expiresAt };
  }
}
