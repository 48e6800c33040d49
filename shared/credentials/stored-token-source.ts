import type { OrganisationName } from '../config/names.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
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
  let pending: Promise<AccessToken> | undefined;

  return {
    async current() {
      if (cached && isUsable(cached)) return cached;
      return fetchOnce();
    },
    async replace(failed) {
      if (cached && cached.versionId !== failed.versionId) return cached;
      return fetchOnce(failed.versionId);
    },
  };

  function fetchOnce(failedVersionId?: string): Promise<AccessToken> {
    pending ??= fetchToken(failedVersionId).finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function fetchToken(failedVersionId?: string): Promise<AccessToken> {
    const isWanted = (token: AccessToken) => isUsable(token) && token.versionId !== failedVersionId;
    let token = await readStored();
    if (!token || !isWanted(token)) {
      await minter.mint(organisation, failedVersionId);
      token = await readStored();
    }
    if (!token || !isWanted(token)) {
      throw new ConfigurationProblem(
        `There is no usable access token for organisation ${organisation}, although one was just asked for. Look at the log of mint-secure-access-token.`,
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
