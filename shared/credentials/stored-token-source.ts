import type { OrganisationName } from '../config/names.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { Clock } from '../time/clock.ts';
import type { AccessToken, TokenSource } from './access-token.ts';
import { readStoredToken } from './read-stored-token.ts';
import type { SecretReader } from './secret-reader.ts';
import type { TokenMinter } from './token-minter.ts';

/** A token with less time left than this is not used for another call, in seconds. */
const safetyMarginSeconds = 60;

/**
 * The access token of one organisation: from memory until shortly before it ends, else from the secret, else minted.
 * Calls that come together share one read and one mint.
 */
export function storedTokenSource(options: {
  organisation: OrganisationName;
  secretName: string;
  secrets: SecretReader;
  minter: TokenMinter;
  clock: Clock;
}): TokenSource {
  const { organisation, secretName, secrets, minter, clock } = options;
  let cached: AccessToken | undefined;
  /** Fetches under way, by the version that they must not bring. */
  const pending = new Map<string | undefined, Promise<AccessToken>>();

  return {
    async current() {
      if (cached && isUsable(cached)) return cached;
      return fetchOnce();
    },
    async replace(failed) {
      if (cached && cached.versionId !== failed.versionId && isUsable(cached)) return cached;
      return fetchOnce(failed.versionId);
    },
  };

  function fetchOnce(failedVersionId?: string): Promise<AccessToken> {
    const joined =
      pending.get(failedVersionId) ??
      fetchToken(failedVersionId).finally(() => pending.delete(failedVersionId));
    pending.set(failedVersionId, joined);
    return joined;
  }

  async function fetchToken(failedVersionId?: string): Promise<AccessToken> {
    const isWanted = (token: AccessToken) => isUsable(token) && token.versionId !== failedVersionId;
    let token = await readStored();
    if (!token || !isWanted(token)) {
      await minter.mint(organisation, failedVersionId);
      token = await readStored();
    }
    if (!token || !isWanted(token)) {
      // Secrets Manager may show a new version a little later than it was stored.
      // https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
      throw new RetryLater(
        `There is no usable access token for organisation ${organisation} yet, although one was just minted. If this stays so, look at the log of the function that mints it.`,
        { retryAfterSeconds: 5 },
      );
    }
    cached = token;
    return token;
  }

  async function readStored(): Promise<AccessToken | undefined> {
    const stored = await readStoredToken(secrets, secretName);
    return (
      stored && {
        accessToken: stored.value.accessToken,
        expiresAt: new Date(stored.value.expiresAt),
        versionId: stored.versionId,
      }
    );
  }

  function isUsable(token: AccessToken): boolean {
    return token.expiresAt.getTime() - clock.now().getTime() > safetyMarginSeconds * 1000;
  }
}
