import type { ApiKey } from '../cisco/secure-access/request-access-token.ts';
import type { OrganisationName } from '../config/names.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { Clock } from '../time/clock.ts';
import type { Sleep } from '../time/sleep.ts';
import type { StoredAccessToken } from './access-token.ts';
import type { MintBudget } from './mint-budget.ts';
import type { ReadSecret } from './secret-reader.ts';

/**
 * A stored token with less time left than this is renewed, in seconds. The schedule comes every 10 minutes, so a
 * token is renewed once, when it is nearly expired, as Cisco asks, and is never found expired.
 */
const renewalMarginSeconds = 15 * 60;

const pollMilliseconds = 250;

/** Requests for one token, the first included. Each takes its place in the budget. */
const mostAttempts = 5;

/** Before a second request; each further one waits twice as long. A wait that the cloud names is kept if longer. */
const firstWaitMilliseconds = 1_000;

export interface MintPorts {
  readonly readStored: () => Promise<ReadSecret<StoredAccessToken> | undefined>;
  readonly store: (token: StoredAccessToken) => Promise<void>;
  /** The API key as it is stored now. */
  readonly readKey: () => Promise<ReadSecret<ApiKey>>;
  /** Asks the API for a token, in exactly one request: it is repeated here, within the budget. */
  readonly requestToken: (apiKey: ApiKey) => Promise<{ accessToken: string; expiresInSeconds: number }>;
  readonly budget: MintBudget;
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
 *  1. Keep the stored token if it has time left, is not the one that failed, and comes from the key stored now.
 *  2. Take the mint lock; if somebody else mints, wait for theirs.
 *  3. Look again: the wait may have brought a token, or a new key.
 *  4. Take a place in the key's budget, mint, and store.
 * @param failedVersionId the version of the stored token that the API refused
 * @throws ConfigurationProblem when no key is stored, or the cloud refuses it
 * @throws RetryLater when the time does not suffice; with the seconds until the budget has a place again
 */
export async function mintAccessToken(
  organisation: OrganisationName,
  failedVersionId: string | undefined,
  ports: MintPorts,
): Promise<MintResult> {
  const { clock, sleep, waitUntil } = ports;
  let apiKey = await ports.readKey();
  for (;;) {
    const kept = await goodToken();
    if (kept) return kept;
    const lock = await ports.tryLock();
    if (lock.kind === 'acquired') {
      try {
        apiKey = await ports.readKey();
        return (await goodToken()) ?? (await mint());
      } finally {
        await lock.release();
      }
    }
    if (clock.now() >= waitUntil) {
      throw new RetryLater(
        `Somebody else is minting a token for organisation ${organisation} and has not finished.`,
        { retryAfterSeconds: 5 },
      );
    }
    await sleep(pollMilliseconds);
  }

  async function goodToken(): Promise<MintResult | undefined> {
    const stored = await ports.readStored();
    if (!stored || stored.versionId === failedVersionId) return undefined;
    const { expiresAt, keyVersionId } = stored.value;
    if (keyVersionId !== undefined && keyVersionId !== apiKey.versionId) return undefined;
    const leftSeconds = (Date.parse(expiresAt) - clock.now().getTime()) / 1000;
    return leftSeconds > renewalMarginSeconds ? { kind: 'kept', expiresAt } : undefined;
  }

  async function mint(): Promise<MintResult> {
    for (let attempt = 1; ; attempt++) {
      await takePlace();
      // Counted from before the request: our copy then ends a little earlier than the issuer's.
      const askedAt = clock.now();
      try {
        const { accessToken, expiresInSeconds } = await ports.requestToken(apiKey.value);
        const expiresAt = new Date(askedAt.getTime() + expiresInSeconds * 1000).toISOString();
        const mintedAt = askedAt.toISOString();
        const keyEnd = apiKey.value.expiresAt && { keyExpiresAt: apiKey.value.expiresAt };
        await ports.store({ accessToken, mintedAt, expiresAt, keyVersionId: apiKey.versionId, ...keyEnd });
        return { kind: 'minted', expiresAt };
      } catch (error) {
        if (!(error instanceof RetryLater) || attempt === mostAttempts) throw error;
        const wait = Math.max(error.retryAfterSeconds * 1000, firstWaitMilliseconds * 2 ** (attempt - 1));
        if (clock.now().getTime() + wait >= waitUntil.getTime()) throw error;
        await sleep(wait);
      }
    }
  }

  async function takePlace(): Promise<void> {
    for (;;) {
      const place = await ports.budget.take(apiKey.value.key);
      if (place.kind === 'taken') return;
      const wait = Math.max(1, place.freeAt.getTime() - clock.now().getTime());
      if (place.freeAt >= waitUntil) {
        throw new RetryLater(
          `The API key of organisation ${organisation} has been used for as many tokens as Cisco allows in a minute. If this stays so, some function keeps having its token refused: look for "No access token" and 401 in the logs.`,
          { retryAfterSeconds: Math.ceil(wait / 1000) },
        );
      }
      await sleep(wait);
    }
  }
}
