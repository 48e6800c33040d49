import type { Clock } from '../time/clock.ts';
import type { AccessToken, TokenSource } from './access-token.ts';

/** A token with less time left than this is not used for another call, in seconds. */
const safetyMarginSeconds = 60;

/**
 * Access tokens of a key that one function uses alone and briefly: minted when needed, kept in memory, stored nowhere.
 */
export function memoryTokenSource(options: {
  requestToken: () => Promise<{ accessToken: string; expiresInSeconds: number }>;
  clock: Clock;
}): TokenSource {
  const { requestToken, clock } = options;
  let token: AccessToken | undefined;
  let minted = 0;

  return {
    current: async () => {
      const usableUntil = (token?.expiresAt.getTime() ?? 0) - safetyMarginSeconds * 1000;
      return token && clock.now().getTime() < usableUntil ? token : mint();
    },
    replace: mint,
  };

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
