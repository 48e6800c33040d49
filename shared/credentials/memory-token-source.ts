import type { Clock } from '../time/clock.ts';
import type { AccessToken, TokenSource } from './access-token.ts';

/** A token with less time left than this is not used for another call, in seconds. */
const safetyMarginSeconds = 60;

/**
 * Access tokens of a key that one function uses alone and briefly: minted when needed, kept in memory, stored nowhere.
 * Calls that come together share one mint, and a token that was refused to several of them is replaced once.
 */
export function memoryTokenSource(options: {
  requestToken: () => Promise<{ accessToken: string; expiresInSeconds: number }>;
  clock: Clock;
}): TokenSource {
  const { requestToken, clock } = options;
  let token: AccessToken | undefined;
  let minted = 0;
  let pending: Promise<AccessToken> | undefined;

  return {
    current: async () => (token && isUsable(token) ? token : mintOnce()),
    replace: async (failed) =>
      token && token.versionId !== failed.versionId && isUsable(token) ? token : mintOnce(),
  };

  function isUsable({ expiresAt }: AccessToken): boolean {
    return clock.now().getTime() < expiresAt.getTime() - safetyMarginSeconds * 1000;
  }

  function mintOnce(): Promise<AccessToken> {
    pending ??= mint().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function mint(): Promise<AccessToken> {
    const askedAt = clock.now().getTime();
    const { accessToken, expiresInSeconds } = await requestToken();
    minted += 1;
    token = {
      accessToken,
      expiresAt: new Date(askedAt + expiresInSeconds * 1000),
      versionId: `minted-${minted}`,
    };
    return token;
  }
}
